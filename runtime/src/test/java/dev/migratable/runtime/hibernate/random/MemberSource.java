package dev.migratable.runtime.hibernate.random;

import java.util.List;

/**
 * An attribute as it is written.
 *
 * @param type its Java type
 * @param name its name; for an enum's constant that alone is written
 * @param annotations in their order
 */
record MemberSource(String type, String name, List<String> annotations) {

    MemberSource {
        annotations = List.copyOf(annotations);
    }

    /** Returns the name with a capital letter, as accessors have it. */
    String capitalised() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    MemberSource withAnnotations(List<String> others) {
        return new MemberSource(type, name, others);
    }
}
