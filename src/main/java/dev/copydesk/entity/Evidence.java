package dev.copydesk.entity;

/** What speaks for each type, as sums of weights. */
final class Evidence {

    private double person;
    private double organization;
    private double location;
    private double misc;

    void add(EntityType type, double weight) {
        switch (type) {
            case PERSON -> person += weight;
            case ORGANIZATION -> organization += weight;
            case LOCATION -> location += weight;
            case MISC -> misc += weight;
        }
    }

    void add(Evidence other) {
        add(other, 1);
    }

    /** Adds what speaks for each type by another account, times a factor. */
    void add(Evidence other, double factor) {
        person += other.person * factor;
        organization += other.organization * factor;
        location += other.location * factor;
        misc += other.misc * factor;
    }

    double of(EntityType type) {
        return switch (type) {
            case PERSON -> person;
            case ORGANIZATION -> organization;
            case LOCATION -> location;
            case MISC -> misc;
        };
    }

    /** The type that most speaks for; that of the earlier declaration where two are equal. */
    EntityType best() {
        EntityType best = EntityType.PERSON;
        for (EntityType type : EntityType.values()) {
            best = of(type) > of(best) ? type : best;
        }
        return best;
    }
}
