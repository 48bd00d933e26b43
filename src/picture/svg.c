/* svg.c - titles of nodes and lines in SVG. */
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "svg.h"

#define XLINK ((const xmlChar *)"http://www.w3.org/1999/xlink")

static xmlNode *
find (xmlNode *first, const char *name)
{
    for (xmlNode *node = first; node != NULL; node = node->next)
        if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *)name))
            return node;
    return NULL;
}

/* Of a node or a line: <g><title>name</title><g><a xlink:title="tooltip">. Blank ones get no title. */
static void
set_title (xmlNode *group)
{
    xmlNode *title = find (group->children, "title"), *inner = find (group->children, "g");
    xmlNode *link = inner == NULL ? NULL : find (inner->children, "a");
    xmlChar *tooltip = link == NULL ? NULL : xmlGetNsProp (link, (const xmlChar *)"title", XLINK);
    if (title == NULL || tooltip == NULL)
        return;
    xmlRemoveProp (xmlHasNsProp (link, (const xmlChar *)"title", XLINK));
    xmlNodeSetContent (title, NULL);
    xmlNodeAddContent (title, tooltip);
    if (title->children == NULL || xmlIsBlankNode (title->children)) {
        xmlUnlinkNode (title);
        xmlFreeNode (title);
    }
    xmlFree (tooltip);
}

GBytes *
ent_svg_finish (GBytes *svg)
{
    gsize length;
    const char *text = g_bytes_get_data (svg, &length);
    if (length > G_MAXINT)
        return NULL;
    xmlDoc *document =
        xmlReadMemory (text, (int)length, "picture.svg", NULL,
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    if (document == NULL)
        return NULL;
    xmlNode *graph = find (xmlDocGetRootElement (document)->children, "g");
    for (xmlNode *group = graph == NULL ? NULL : graph->children; group != NULL; group = group->next)
        if (group->type == XML_ELEMENT_NODE && xmlStrEqual (group->name, (const xmlChar *)"g"))
            set_title (group);
    xmlChar *out = NULL;
    int size = 0;
    xmlDocDumpMemory (document, &out, &size);
    xmlFreeDoc (document);
    GBytes *finished = out == NULL ? NULL : g_bytes_new (out, (gsize)size);
    xmlFree (out);
    return finished;
}
