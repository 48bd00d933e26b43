/* readability.c - how readable a placing of the nodes is, and how to better it. */
#include <math.h>

#include "readability.h"

/* Costs, in crossings of two grey lines. */
#define THROUGH_BOX 6.0
#define TOO_NEAR 30.0 /* Graphviz routes no lines at all round boxes that touch */
#define SIDE_BY_SIDE 2.0
#define LENGTH 0.04 /* times lines, if as long as the page is wide; twice as long, four times */
#define SPREAD 0.2  /* of two boxes SPREAD_OVER apart; half as far costs four times as much */

#define WARM 12.0 /* how much worse a move may make it in the beginning */

#define NEAR 24.0         /* points between boxes, at least */
#define SPREAD_OVER 100.0 /* points */
#define NARROW 0.16       /* radians between lines, at least */
#define BEHIND 8.0        /* points from a box within which a line seems to run through it */
#define PAGE 1.6          /* how much wider than high; below comes the legend */
#define ROOM 40.0         /* points of free space around a box */
#define LINE_ROOM 2000.0  /* square points of the page per line */

static double
turn (const EntBox *a, const EntBox *b, const EntBox *c)
{
    return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

/* Whether the lines a-b and c-d cross. Most are too far apart to. */
static gboolean
cross (const EntBox *a, const EntBox *b, const EntBox *c, const EntBox *d)
{
    if (MAX (a->x, b->x) < MIN (c->x, d->x) || MAX (c->x, d->x) < MIN (a->x, b->x) ||
        MAX (a->y, b->y) < MIN (c->y, d->y) || MAX (c->y, d->y) < MIN (a->y, b->y))
        return FALSE;
    return (turn (a, b, c) > 0) != (turn (a, b, d) > 0) && (turn (c, d, a) > 0) != (turn (c, d, b) > 0);
}

/* From 0 to 1: how nearly two lines from one box run in one direction. */
static double
side_by_side (const EntBox *box, const EntBox *a, const EntBox *b)
{
    double ax = a->x - box->x, ay = a->y - box->y, bx = b->x - box->x, by = b->y - box->y;
    double dot = ax * bx + ay * by, area = fabs (ax * by - ay * bx);
    if (dot <= 0 || area >= NARROW * dot)
        return 0;
    return 1 - area / (NARROW * dot);
}

/* What two lines cost: they cross, or leave a box side by side. */
static double
pair_cost (const EntReadability *layout, const EntSegment *s, const EntSegment *t)
{
    const EntBox *boxes = layout->boxes;
    double weight = s->weight * t->weight;
    gboolean from = s->from == t->from || s->from == t->to, to = s->to == t->from || s->to == t->to;
    if (from && to)
        return 0;
    if (!from && !to)
        return cross (&boxes[s->from], &boxes[s->to], &boxes[t->from], &boxes[t->to]) ? weight : 0;
    guint shared = from ? s->from : s->to, a = from ? s->to : s->from;
    guint b = t->from == shared ? t->to : t->from;
    return SIDE_BY_SIDE * weight * side_by_side (&boxes[shared], &boxes[a], &boxes[b]);
}

/* Clips the line to the box, one side after the other (Liang and Barsky). */
static double
through_cost (const EntReadability *layout, const EntSegment *s, guint k)
{
    if (k == s->from || k == s->to)
        return 0;
    const EntBox *a = &layout->boxes[s->from], *b = &layout->boxes[s->to], *box = &layout->boxes[k];
    double dx = b->x - a->x, dy = b->y - a->y, enter = 0, leave = 1;
    double half_width = box->width / 2 + BEHIND, half_height = box->height / 2 + BEHIND;
    if (fabs (a->x + b->x - 2 * box->x) > fabs (dx) + 2 * half_width ||
        fabs (a->y + b->y - 2 * box->y) > fabs (dy) + 2 * half_height)
        return 0; /* far off, as most are */
    const double step[4] = { -dx, dx, -dy, dy };
    const double room[4] = { a->x - box->x + half_width, box->x + half_width - a->x,
                             a->y - box->y + half_height, box->y + half_height - a->y };
    for (guint i = 0; i < 4; i++) {
        if (step[i] == 0 && room[i] < 0)
            return 0;
        if (step[i] < 0)
            enter = MAX (enter, room[i] / step[i]);
        else if (step[i] > 0)
            leave = MIN (leave, room[i] / step[i]);
    }
    return enter < leave ? THROUGH_BOX * s->clear : 0;
}

gboolean
ent_readability_blocked (const EntReadability *layout, const EntSegment *segment)
{
    for (guint k = 0; k < layout->n_boxes; k++)
        if (through_cost (layout, segment, k) > 0)
            return TRUE;
    return FALSE;
}

static double
near_cost (const EntBox *a, const EntBox *b)
{
    double dx = fabs (a->x - b->x), dy = fabs (a->y - b->y);
    double gap = MAX (dx - (a->width + b->width) / 2, dy - (a->height + b->height) / 2);
    double spread = SPREAD * SPREAD_OVER * SPREAD_OVER / (dx * dx + dy * dy + 100);
    return gap >= NEAR ? spread : spread + TOO_NEAR * (1 - gap / NEAR);
}

static double
length_cost (const EntReadability *layout, const EntSegment *s)
{
    const EntBox *a = &layout->boxes[s->from], *b = &layout->boxes[s->to];
    double x = a->x - b->x, y = a->y - b->y;
    return s->pull * LENGTH * layout->n_segments * (x * x + y * y) / (layout->width * layout->width);
}

double
ent_readability_cost (const EntReadability *layout)
{
    double cost = 0;
    for (guint i = 0; i < layout->n_segments; i++) {
        const EntSegment *s = &layout->segments[i];
        cost += length_cost (layout, s);
        for (guint j = i + 1; j < layout->n_segments; j++)
            cost += pair_cost (layout, s, &layout->segments[j]);
        for (guint k = 0; k < layout->n_boxes; k++)
            cost += through_cost (layout, s, k);
    }
    for (guint i = 0; i < layout->n_boxes; i++)
        for (guint j = i + 1; j < layout->n_boxes; j++)
            cost += near_cost (&layout->boxes[i], &layout->boxes[j]);
    return cost;
}

/* The part of the cost that depends on where one box stands, or something above `limit` if it is more. What
 * takes the least time comes first. */
static double
box_cost (const EntReadability *layout, guint box, double limit)
{
    double cost = 0;
    for (guint k = 0; k < layout->n_boxes; k++)
        if (k != box)
            cost += near_cost (&layout->boxes[box], &layout->boxes[k]);
    for (guint i = 0; i < layout->n_segments; i++) {
        const EntSegment *s = &layout->segments[i];
        cost += s->from == box || s->to == box ? length_cost (layout, s) : through_cost (layout, s, box);
    }
    for (guint i = 0; i < layout->n_segments && cost <= limit; i++) {
        const EntSegment *s = &layout->segments[i];
        if (s->from != box && s->to != box)
            continue;
        for (guint j = 0; j < layout->n_segments; j++) {
            const EntSegment *t = &layout->segments[j];
            if (j < i || (t->from != box && t->to != box))
                cost += pair_cost (layout, s, t);
        }
        for (guint k = 0; k < layout->n_boxes; k++)
            cost += through_cost (layout, s, k);
    }
    return cost;
}

static void
keep_on_page (const EntReadability *layout, EntBox *box)
{
    double x = MAX (0, (layout->width - box->width) / 2), y = MAX (0, (layout->height - box->height) / 2);
    box->x = CLAMP (box->x, -x, x);
    box->y = CLAMP (box->y, -y, y);
}

/* Some moves of one box, within `reach` or now and then anywhere; each is kept unless it makes things worse, and
 * while it is warm, sometimes even then. */
static void
shake (const EntReadability *layout, guint i, double reach, double heat, GRand *random)
{
    enum { MOVES = 8 };
    EntBox *box = &layout->boxes[i];
    double cost = box_cost (layout, i, HUGE_VAL);
    for (guint move = 0; move < MOVES; move++) {
        EntBox before = *box;
        double limit = cost - heat * log (1 - g_rand_double (random));
        double far = move == 0 ? layout->width / 2 : reach;
        box->x += g_rand_double_range (random, -far, far);
        box->y += g_rand_double_range (random, -far, far);
        keep_on_page (layout, box);
        double moved = box_cost (layout, i, limit);
        if (moved <= limit)
            cost = moved;
        else
            *box = before;
    }
}

void
ent_readability_polish (EntReadability *layout, guint rounds)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (1);
    for (guint round = 0; round < rounds; round++) {
        double left = (double)(rounds - round) / rounds;
        for (guint i = 0; i < layout->n_boxes; i++)
            shake (layout, i, layout->width / 2 * left * left * left + 10, WARM * left * left, random);
    }
}

void
ent_readability_fit (EntReadability *layout)
{
    double room = layout->n_segments * LINE_ROOM;
    for (guint i = 0; i < layout->n_boxes; i++)
        room += (layout->boxes[i].width + ROOM) * (layout->boxes[i].height + ROOM);
    EntBox bounds = ent_readability_bounds (layout->boxes, layout->n_boxes);
    layout->width = sqrt (room * PAGE);
    layout->height = layout->width / PAGE;
    for (guint i = 0; i < layout->n_boxes; i++) {
        EntBox *box = &layout->boxes[i];
        box->x = (box->x - bounds.x) * layout->width / MAX (bounds.width, 1);
        box->y = (box->y - bounds.y) * layout->height / MAX (bounds.height, 1);
        keep_on_page (layout, box);
    }
}

EntBox
ent_readability_bounds (const EntBox *boxes, guint n_boxes)
{
    if (n_boxes == 0)
        return (EntBox){ 0, 0, 0, 0 };
    double left = HUGE_VAL, right = -HUGE_VAL, bottom = HUGE_VAL, top = -HUGE_VAL;
    for (guint i = 0; i < n_boxes; i++) {
        left = MIN (left, boxes[i].x - boxes[i].width / 2);
        right = MAX (right, boxes[i].x + boxes[i].width / 2);
        bottom = MIN (bottom, boxes[i].y - boxes[i].height / 2);
        top = MAX (top, boxes[i].y + boxes[i].height / 2);
    }
    return (EntBox){ (left + right) / 2, (bottom + top) / 2, right - left, top - bottom };
}

void
ent_readability_rows (EntBox *boxes, guint n_boxes)
{
    const double gap_x = 40, gap_y = 60;
    double area = 0, x = 0, y = 0, tallest = 0;
    for (guint i = 0; i < n_boxes; i++)
        area += (boxes[i].width + gap_x) * (boxes[i].height + gap_y);
    double width = sqrt (1.4 * area);
    for (guint i = 0; i < n_boxes; i++) {
        if (x > 0 && x + boxes[i].width > width) {
            x = 0;
            y -= tallest + gap_y;
            tallest = 0;
        }
        boxes[i].x = x + boxes[i].width / 2;
        boxes[i].y = y;
        x += boxes[i].width + gap_x;
        tallest = MAX (tallest, boxes[i].height);
    }
}
