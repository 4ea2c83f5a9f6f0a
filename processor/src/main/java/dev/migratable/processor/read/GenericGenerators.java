package dev.migratable.processor.read;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Knows what generators make that are named by their class, or by a short name of Hibernate's. */
final class GenericGenerators {

    private static final String ID = "org.hibernate.id.";
    private static final String SEQUENCE = ID + "enhanced.SequenceStyleGenerator";
    private static final String TABLE = ID + "enhanced.TableGenerator";

    private static final Set<String> OF_APPLICATION =
            Set.of("assigned", "increment", "foreign", "uuid", "uuid.hex", "uuid2", "select", "guid");
    private static final Set<String> OF_SEQUENCE = Set.of("sequence", "enhanced-sequence", "native");
    private static final Set<String> OF_TABLE = Set.of("table", "enhanced-table");

    private static final String IDENTITY = ID + "IdentityGenerator";
    private static final String EXPORT = "registerExportables";

    private final ReadContext context;

    GenericGenerators(ReadContext context) {
        this.context = context;
    }

    /** Returns what {@code @GenericGenerator} is for; empty where the user's own code decides that. */
    Optional<GeneratorRecipe.Source> source(AnnotationValues generator) {
        Optional<String> type = generator.classValue("type").map(TypeMirror::toString);
        return source(type.filter(name -> !name.equals("org.hibernate.generator.Generator"))
                .or(() -> generator.text("strategy"))
                .orElse(""));
    }

    /** Returns what a name is for; empty where the user's own code decides that, or nothing has the name. */
    Optional<GeneratorRecipe.Source> source(String name) {
        if (OF_APPLICATION.contains(name)) {
            return Optional.of(GeneratorRecipe.Source.APPLICATION);
        }
        if (OF_SEQUENCE.contains(name) || name.equals(SEQUENCE)) {
            return Optional.of(GeneratorRecipe.Source.SEQUENCE);
        }
        if (OF_TABLE.contains(name) || name.equals(TABLE)) {
            return Optional.of(GeneratorRecipe.Source.TABLE);
        }
        return Optional.ofNullable(context.elements().getTypeElement(name.replace('$', '.')))
                .filter(this::isOfApplication)
                .map(type -> GeneratorRecipe.Source.APPLICATION);
    }

    /** Returns whether the values of an annotation's generator are made by the application alone. */
    boolean isOfApplication(AnnotationValues idGeneratorType) {
        return idGeneratorType
                .classValue("value")
                .filter(t -> t instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement type
                        && isOfApplication(type))
                .isPresent();
    }

    private boolean isOfApplication(TypeElement generator) {
        TypeElement identity = context.elements().getTypeElement(IDENTITY);
        boolean isIdentity = identity != null && context.types().isSubtype(generator.asType(), identity.asType());
        return !isIdentity
                && ElementFilter.methodsIn(context.elements().getAllMembers(generator)).stream()
                        .filter(method -> method.getSimpleName().contentEquals(EXPORT))
                        .allMatch(method -> isOfHibernate(method.getEnclosingElement()));
    }

    /** The interfaces of Hibernate have the method, and it does nothing there. */
    private static boolean isOfHibernate(@Nullable Element owner) {
        return owner != null
                && owner.getKind() == ElementKind.INTERFACE
                && owner.toString().startsWith("org.hibernate.");
    }
}
