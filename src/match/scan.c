/* scan.c - what 64 bytes of text are, at once where the processor can.
 *
 * A byte c below 0x80 is in a set if bit c / 16 of low[c % 16] is set. With instructions that look up 32 bytes in a
 * table of 16, two look-ups and an "and" tell it: low[c % 16] & (1 << c / 16).
 */
#include "scan.h"

#if defined __x86_64__
#include <immintrin.h>
#endif

static EntBlock
look_plainly (const char *block, const EntByteSet *firsts)
{
    EntBlock seen = { 0, 0, 0 };
    for (guint i = 0; i < ENT_BLOCK; i++) {
        guchar c = (guchar)block[i];
        seen.word |= (guint64)(g_ascii_isalnum (c) != 0) << i;
        seen.other |= (guint64)(c >= 0x80 || c == '\'' || c == '`') << i;
        seen.first |= (guint64)(c >= 0xC0 || ent_byte_set_has (firsts, c)) << i;
    }
    return seen;
}

#if defined __x86_64__

/* Compares bytes as signed numbers: those beyond ASCII are negative. */
static EntBlock
look_sse2 (const char *block, const EntByteSet *firsts)
{
    (void)firsts; /* no look-up in a table yet: any word may start a name */
    EntBlock seen = { 0, 0, 0 };
    for (guint i = 0; i < ENT_BLOCK; i += 16) {
        __m128i c = _mm_loadu_si128 ((const __m128i *)(block + i));
        __m128i small = _mm_or_si128 (c, _mm_set1_epi8 (0x20));
        __m128i letter = _mm_and_si128 (_mm_cmpgt_epi8 (small, _mm_set1_epi8 ('a' - 1)),
                                        _mm_cmplt_epi8 (small, _mm_set1_epi8 ('z' + 1)));
        __m128i digit = _mm_and_si128 (_mm_cmpgt_epi8 (c, _mm_set1_epi8 ('0' - 1)),
                                       _mm_cmplt_epi8 (c, _mm_set1_epi8 ('9' + 1)));
        __m128i mark =
            _mm_or_si128 (_mm_cmpeq_epi8 (c, _mm_set1_epi8 ('\'')), _mm_cmpeq_epi8 (c, _mm_set1_epi8 ('`')));
        __m128i lead = _mm_and_si128 (c, _mm_cmpgt_epi8 (c, _mm_set1_epi8 ((char)0xBF)));
        guint64 word = (guint)_mm_movemask_epi8 (_mm_or_si128 (letter, digit));
        seen.word |= word << i;
        seen.other |= (guint64)(guint)_mm_movemask_epi8 (_mm_or_si128 (c, mark)) << i;
        seen.first |= (word | (guint)_mm_movemask_epi8 (lead)) << i;
    }
    return seen;
}

__attribute__ ((target ("avx2"))) static EntBlock
look_avx2 (const char *block, const EntByteSet *firsts)
{
    const __m256i low = _mm256_broadcastsi128_si256 (_mm_loadu_si128 ((const __m128i *)firsts->low));
    const __m256i high = _mm256_broadcastsi128_si256 (
        _mm_setr_epi8 (1, 2, 4, 8, 16, 32, 64, (char)128, 0, 0, 0, 0, 0, 0, 0, 0));
    EntBlock seen = { 0, 0, 0 };
    for (guint i = 0; i < ENT_BLOCK; i += 32) {
        __m256i c = _mm256_loadu_si256 ((const __m256i *)(block + i));
        __m256i small = _mm256_or_si256 (c, _mm256_set1_epi8 (0x20));
        __m256i letter = _mm256_and_si256 (_mm256_cmpgt_epi8 (small, _mm256_set1_epi8 ('a' - 1)),
                                           _mm256_cmpgt_epi8 (_mm256_set1_epi8 ('z' + 1), small));
        __m256i digit = _mm256_and_si256 (_mm256_cmpgt_epi8 (c, _mm256_set1_epi8 ('0' - 1)),
                                          _mm256_cmpgt_epi8 (_mm256_set1_epi8 ('9' + 1), c));
        __m256i mark = _mm256_or_si256 (_mm256_cmpeq_epi8 (c, _mm256_set1_epi8 ('\'')),
                                        _mm256_cmpeq_epi8 (c, _mm256_set1_epi8 ('`')));
        __m256i lead = _mm256_and_si256 (c, _mm256_cmpgt_epi8 (c, _mm256_set1_epi8 ((char)0xBF)));
        __m256i upper = _mm256_and_si256 (_mm256_srli_epi16 (c, 4), _mm256_set1_epi8 (15));
        __m256i outside = _mm256_cmpeq_epi8 (
            _mm256_and_si256 (_mm256_shuffle_epi8 (low, c), _mm256_shuffle_epi8 (high, upper)),
            _mm256_setzero_si256 ());
        seen.word |= (guint64)(guint)_mm256_movemask_epi8 (_mm256_or_si256 (letter, digit)) << i;
        seen.other |= (guint64)(guint)_mm256_movemask_epi8 (_mm256_or_si256 (c, mark)) << i;
        seen.first |= (guint64)(~(guint)_mm256_movemask_epi8 (outside) | (guint)_mm256_movemask_epi8 (lead))
                      << i;
    }
    return seen;
}

#endif

const EntScan *
ent_scans (guint *n)
{
#if defined __x86_64__
    static const EntScan looks[] = { look_avx2, look_sse2, look_plainly };
    guint lacking = __builtin_cpu_supports ("avx2") ? 0 : 1;
#else
    static const EntScan looks[] = { look_plainly };
    guint lacking = 0;
#endif
    *n = G_N_ELEMENTS (looks) - lacking;
    return looks + lacking;
}
