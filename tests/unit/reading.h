/* reading.h - what the tests of whole readings share: a gazetteer, an article made of a text, and what
 * must hold of any reading of any article. */
#ifndef ENT_TEST_READING_H
#define ENT_TEST_READING_H

#include <glib/gstdio.h>
#include <string.h>

#include "entente.h"

/* A gazetteer of the tests directory, or one beside it ("../entities.yaml"). */
static inline EntGazetteer *
reading_gazetteer (const char *name)
{
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    GError *error = NULL;
    EntGazetteer *gazetteer = ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    g_assert_no_error (error);
    return gazetteer;
}

/* A gazetteer of this text, by way of a file; it must be without a mistake. */
static inline EntGazetteer *
reading_gazetteer_of (const char *text)
{
    g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)ent_finding_free);
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    int file = g_file_open_tmp ("entente-XXXXXX.yaml", &path, NULL);
    g_assert_cmpint (file, !=, -1);
    g_assert_true (g_close (file, NULL));
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    EntGazetteer *gazetteer = ent_gazetteer_load ((const char *const[]){ path, NULL }, findings, &error);
    g_unlink (path);
    g_assert_no_error (error);
    g_assert_cmpuint (findings->len, ==, 0);
    return gazetteer;
}

/* An article of these bytes, which are copied. */
static inline EntArticle *
reading_article (const char *path, const char *bytes, gsize length)
{
    GError *error = NULL;
    EntArticle *article = ent_article_new (path, g_memdup2 (bytes, length + 1), length, &error);
    g_assert_no_error (error);
    return article;
}

static inline gboolean
reading_within (EntSpan span, EntSpan whole)
{
    return whole.start <= span.start && span.start <= span.end && span.end <= whole.end;
}

/* A span of the text that cuts no character in two. */
static inline void
reading_check_text_span (const EntArticle *article, EntSpan span)
{
    g_assert_true (reading_within (span, (EntSpan){ 0, article->length }));
    g_assert_cmpint ((guchar)article->text[span.start] & 0xC0, !=, 0x80);
    g_assert_cmpint ((guchar)article->text[span.end] & 0xC0, !=, 0x80);
}

static inline void
reading_check_mentions (const EntGazetteer *gazetteer, const EntArticle *article, const EntReading *reading)
{
    gsize last = 0;
    for (guint i = 0; i < reading->mentions->len; i++) {
        const EntMention *mention = &g_array_index (reading->mentions, EntMention, i);
        g_assert_cmpuint (mention->entity, <, ent_gazetteer_size (gazetteer));
        reading_check_text_span (article, mention->span);
        reading_check_text_span (article, mention->phrase);
        g_assert_cmpuint (mention->span.start, <, mention->span.end);
        g_assert_true (reading_within (mention->span, mention->phrase));
        g_assert_cmpuint (mention->span.start, >=, last);
        g_assert_true (mention->antecedent == ENT_NONE || mention->antecedent < reading->mentions->len);
        last = mention->span.start;
    }
}

static inline void
reading_check_sentence (const EntArticle *article, EntSpan span, const char *text)
{
    g_assert_true (reading_within (span, (EntSpan){ 0, article->n_bytes }));
    g_assert_cmpuint (span.start, <, span.end);
    g_assert_true (g_utf8_validate (text, -1, NULL));
    g_assert_null (strpbrk (text, "\n\r\t"));
}

static inline void
reading_check_one (const EntArticle *article, const EntEvidence *evidence)
{
    EntSpan file = { 0, article->n_bytes };
    reading_check_sentence (article, evidence->span, evidence->text);
    /* a party that the sentence itself does not name may stand in the one before */
    g_assert_true (reading_within (evidence->source_span, evidence->coref ? file : evidence->span));
    g_assert_true (reading_within (evidence->target_span, evidence->coref ? file : evidence->span));
    g_assert_cmpuint (evidence->source_span.start, <, evidence->source_span.end);
    g_assert_cmpuint (evidence->target_span.start, <, evidence->target_span.end);
    if (evidence->directed)
        g_assert_cmpstr (evidence->source, !=, evidence->target);
    else
        g_assert_cmpint (strcmp (evidence->source, evidence->target), <, 0);
    g_assert_cmpstr (evidence->relation, !=, "co_mention");
    g_assert_cmpstr (evidence->rule, !=, "");
    g_assert_true (reading_within (evidence->cue, evidence->span) && evidence->cue.start < evidence->cue.end);

    const char *slice = article->bytes + evidence->span.start;
    g_autofree char *valid = g_utf8_make_valid (slice, (gssize)(evidence->span.end - evidence->span.start));
    g_assert_cmpstr (evidence->sentence, ==, valid);
}

static inline void
reading_check_named (const EntArticle *article, const EntCoMention *sentence)
{
    reading_check_sentence (article, sentence->span, sentence->text);
    g_assert_cmpuint (sentence->line, ==, ent_article_line (article, sentence->span.start));
    g_assert_true (sentence->named == NULL ? sentence->n_named == 0 : sentence->n_named > 1);
    for (guint i = 0; i < sentence->n_named; i++) {
        g_assert_true (reading_within (sentence->named[i].span, sentence->span));
        g_assert_cmpuint (sentence->named[i].span.start, <, sentence->named[i].span.end);
        if (i > 0)
            g_assert_cmpint (strcmp (sentence->named[i - 1].id, sentence->named[i].id), <, 0);
    }
}

static inline int
reading_order (const EntEvidence *a, const EntEvidence *b)
{
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    int order = strcmp (a->relation, b->relation);
    order = order != 0 ? order : strcmp (a->source, b->source);
    return order != 0 ? order : strcmp (a->target, b->target);
}

/* Ends the program where a reading breaks a promise of entente.h. */
static inline void
reading_check (const EntGazetteer *gazetteer, const EntArticle *article, const EntReading *reading)
{
    reading_check_mentions (gazetteer, article, reading);
    for (guint i = 0; i < reading->sentences->len; i++) {
        const EntCoMention *sentence = &g_array_index (reading->sentences, EntCoMention, i);
        reading_check_named (article, sentence);
        if (i > 0)
            g_assert_cmpuint ((sentence - 1)->span.end, <=, sentence->span.start);
    }
    for (guint i = 0; i < reading->evidence->len; i++) {
        const EntEvidence *evidence = &g_array_index (reading->evidence, EntEvidence, i);
        reading_check_one (article, evidence);
        if (i > 0)
            g_assert_cmpint (reading_order (evidence - 1, evidence), <=, 0);
    }
}

#endif
