package dev.migratable.processor.check;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;

/**
 * Says, once, which of the owned entities are views, and which types columns have, that are not in the model, so that somebody
 * else has to create them. Not thread-safe.
 */
public final class UnownedCheck {

    private static final String VIEW = "org.hibernate.annotations.View";

    private final Warnings warnings;
    private final SortedSet<String> views = new TreeSet<>();

    /** Creates one for a compilation. */
    public UnownedCheck(Diagnostics diagnostics, ProcessorOptions options) {
        this.warnings = new Warnings(diagnostics, options);
    }

    /** Notes an entity. */
    public void add(TypeElement entity) {
        boolean isView = entity.getAnnotationMirrors().stream()
                .map(annotation -> annotation.getAnnotationType().asElement())
                .anyMatch(annotation -> annotation instanceof TypeElement declared
                        && declared.getQualifiedName().contentEquals(VIEW));
        if (isView) {
            views.add(entity.getSimpleName().toString());
        }
    }

    /**
     * Prints one warning that names all views, and one that names all enums; nothing where there is none.
     *
     * @param enums those of which Hibernate makes types that are not in the model
     */
    public void check(SortedSet<String> enums) {
        if (!views.isEmpty()) {
            warnings.print(Problem.VIEW, String.join(", ", views));
        }
        if (!enums.isEmpty()) {
            warnings.print(Problem.MADE_TYPE, String.join(", ", enums));
        }
    }
}
