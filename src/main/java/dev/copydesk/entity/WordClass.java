package dev.copydesk.entity;

/** Classes of English words that tell something about a name near by; their words stand in {@code words.txt}. */
enum WordClass {
    FUNCTION,
    COMMON,
    MONTH_DAY,
    TITLE,
    PERSON_ROLE,
    SPEECH,
    PERSON_VERB,
    PARTICLE,
    PLACE_IN,
    PLACE_TO,
    PLACE_NOUN,
    PLACE_AFTER,
    DIRECTION,
    LOCATION_HEAD,
    LOCATION_FIRST,
    ORG_HEAD,
    OF_HEAD,
    CORP_SUFFIX,
    ORG_BEFORE,
    ORG_AFTER,
    EVENT_HEAD,
    RELIGION,
    DEMONYM,
    HYPHEN_TAIL,
    ABBREVIATION,
    NAME_SUFFIX,
    /** A given name; its words stand in {@code first-names.txt}. */
    FIRST_NAME
}
