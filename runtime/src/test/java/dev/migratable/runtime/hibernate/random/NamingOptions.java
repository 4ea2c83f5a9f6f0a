package dev.migratable.runtime.hibernate.random;

/** The naming strategy, and whether Bean Validation is heeded. */
final class NamingOptions implements Feature {

    @Override
    public void addTo(ModelDraft model) {
        if (model.draw().chance(35)) {
            model.options().put("migratable.naming", "snake_case");
        }
        if (model.draw().chance(20)) {
            model.options().put("migratable.beanValidation", "none");
        }
    }
}
