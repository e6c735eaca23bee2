package dev.copydesk.entity;

/**
 * A mention and the canonical name it is folded under.
 *
 * @param canonicalName the entity's one name among all articles, unique within its type
 * @param rule why it stands under this name, and how likely that is right
 */
public record LinkedMention(Mention mention, String canonicalName, LinkRule rule) {}
