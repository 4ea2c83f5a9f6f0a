package dev.migratable.runtime.hibernate.random;

/** One concept of mappings that a model can have; what it does is drawn. */
interface Feature {

    /** Adds to what the features before have drafted. */
    void addTo(ModelDraft model);
}
