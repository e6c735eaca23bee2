/**
 * Entities named in articles: a {@link dev.copydesk.entity.Recogniser} finds mentions, the linker folds surface forms
 * under one canonical name.
 */
@NullMarked
package dev.copydesk.entity;

import org.jspecify.annotations.NullMarked;
