package dev.migratable.processor.check;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Says, once, of which of the classes that are compiled Hibernate Envers keeps a history. Not thread-safe. */
public final class AuditCheck {

    private static final String AUDITED = "org.hibernate.envers.Audited";

    private final Warnings warnings;
    private final boolean isThere;
    private final SortedSet<String> audited = new TreeSet<>();

    /** Creates one for a compilation. */
    public AuditCheck(Elements elements, Diagnostics diagnostics, ProcessorOptions options) {
        this.warnings = new Warnings(diagnostics, options);
        this.isThere = elements.getTypeElement(AUDITED) != null;
    }

    /** Notes an entity. */
    public void add(TypeElement entity) {
        @Nullable TypeElement next = isThere ? entity : null;
        while (next != null) {
            if (isAudited(next)) {
                audited.add(entity.getSimpleName().toString());
                return;
            }
            next = next.getSuperclass() instanceof DeclaredType declared
                            && declared.asElement() instanceof TypeElement above
                    ? above
                    : null;
        }
    }

    private static boolean isAudited(TypeElement type) {
        return Stream.concat(Stream.of(type), type.getEnclosedElements().stream())
                .flatMap(element -> element.getAnnotationMirrors().stream())
                .map(annotation -> annotation.getAnnotationType().asElement())
                .anyMatch(annotation -> annotation instanceof TypeElement declared
                        && declared.getQualifiedName().contentEquals(AUDITED));
    }

    /** Prints one warning that names all of them; nothing where there is none. */
    public void check() {
        if (!audited.isEmpty()) {
            warnings.print(Problem.AUDITED, String.join(", ", audited), audited.first());
        }
    }
}
