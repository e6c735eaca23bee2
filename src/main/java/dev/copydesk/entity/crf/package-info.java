/** A linear-chain conditional random field over words, for names in English text. */
@NullMarked
package dev.copydesk.entity.crf;

import org.jspecify.annotations.NullMarked;
