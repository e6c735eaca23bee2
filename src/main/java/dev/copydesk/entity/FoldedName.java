package dev.copydesk.entity;

/** The name of an article that a surface form stands for, and the rule that found it. */
record FoldedName(SurfaceForm whole, LinkRule rule) {

    static FoldedName asWritten(SurfaceForm form) {
        return new FoldedName(form, LinkRule.AS_WRITTEN);
    }
}
