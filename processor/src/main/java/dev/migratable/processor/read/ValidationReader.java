package dev.migratable.processor.read;

import dev.migratable.processor.type.BasicTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads the constraints of Bean Validation as far as Hibernate puts them into the schema: those of the default group on an
 * attribute's field or getter, those that others are composed of included. The annotations are read by name.
 */
final class ValidationReader {

    private static final String PACKAGE = "jakarta.validation.";

    /** What every constraint is annotated with. */
    static final String CONSTRAINT = PACKAGE + "Constraint";

    private static final String CONSTRAINTS = PACKAGE + "constraints.";
    private static final String VALIDATOR = "org.hibernate.validator.constraints.";
    private static final String DEFAULT_GROUP = PACKAGE + "groups.Default";

    private static final Set<String> REQUIRING =
            Set.of(CONSTRAINTS + "NotNull", CONSTRAINTS + "NotEmpty", CONSTRAINTS + "NotBlank");

    private final ReadContext context;

    ValidationReader(ReadContext context) {
        this.context = context;
    }

    /**
     * What the constraints of an attribute change in its column.
     *
     * @param notNull whether NULL is ruled out
     * @param length the text's greatest length
     * @param precision all digits
     * @param scale those behind the point
     * @param comparisons {@code >=5}
     */
    record Limits(boolean notNull, OptionalInt length, OptionalInt precision, int scale, Set<String> comparisons) {

        static final Limits NONE = new Limits(false, OptionalInt.empty(), OptionalInt.empty(), 0, Set.of());

        /** Of an attribute of a composite type the length is written before constraints are looked at. */
        Limits withoutLengths() {
            return new Limits(notNull, OptionalInt.empty(), OptionalInt.empty(), 0, comparisons);
        }
    }

    /** Returns what holds for the column of an attribute; constraints on a collection say nothing about its table. */
    Limits read(Attribute attribute) {
        if (!context.validated()) {
            return Limits.NONE;
        }
        boolean isWithoutColumn = attribute.place().mapKey()
                || EntityColumns.isCollection(attribute)
                || attribute.place().holders().stream().anyMatch(EntityColumns::isCollection);
        if (isWithoutColumn) {
            return Limits.NONE;
        }
        boolean required = true;
        for (Attribute holder : attribute.place().holders()) {
            if (!isCascaded(holder)) {
                return Limits.NONE;
            }
            required &= collect(holder).required;
        }
        Collected collected = collect(attribute);
        return new Limits(
                required && collected.required,
                collected.length,
                collected.precision,
                collected.scale,
                collected.comparisons);
    }

    private static final class Collected {
        private final boolean isText;
        private boolean required;
        private OptionalInt length = OptionalInt.empty();
        private OptionalInt precision = OptionalInt.empty();
        private int scale;
        private final Set<String> comparisons = new LinkedHashSet<>();

        Collected(boolean isText) {
            this.isText = isText;
        }
    }

    /** A constraint as it is used; members that a composed one overrides have the value from there. */
    private record Constraint(AnnotationValues annotation, Map<String, Object> overridden) {

        Optional<Object> value(String name) {
            return Optional.ofNullable(overridden.get(name)).or(() -> annotation.valueOrDefault(name));
        }

        long number(String name) {
            return value(name)
                    .filter(Number.class::isInstance)
                    .map(n -> ((Number) n).longValue())
                    .orElse(0L);
        }

        boolean isOfDefaultGroup() {
            List<String> groups = annotation.classNames("groups");
            return groups.isEmpty() || groups.contains(DEFAULT_GROUP);
        }
    }

    private Collected collect(Attribute attribute) {
        Collected result = new Collected(BasicTypes.isString(attribute.type()));
        for (Element element : places(attribute.element())) {
            for (AnnotationValues annotation : AnnotationValues.all(element)) {
                for (Constraint constraint : constraints(annotation, Map.of())) {
                    if (constraint.isOfDefaultGroup()) {
                        result.required |= apply(constraint, result, new HashSet<>());
                    }
                }
            }
        }
        return result;
    }

    private boolean isCascaded(Attribute attribute) {
        return places(attribute.element()).stream().anyMatch(e -> AnnotationValues.has(e, PACKAGE + "Valid"));
    }

    /** An annotation that is a constraint, or the constraints in a container of repeated ones. */
    private static List<Constraint> constraints(AnnotationValues annotation, Map<String, Object> overridden) {
        if (AnnotationValues.has(annotation.type(), CONSTRAINT)) {
            return List.of(new Constraint(annotation, overridden));
        }
        return annotation.annotations("value").stream()
                .filter(inner -> AnnotationValues.has(inner.type(), CONSTRAINT))
                .map(inner -> new Constraint(inner, overridden))
                .toList();
    }

    /** Notes what a constraint says; returns whether it rules NULL out. */
    private static boolean apply(Constraint constraint, Collected result, Set<String> seen) {
        String name = constraint.annotation().typeName();
        switch (name) {
            case CONSTRAINTS + "Digits" -> {
                result.scale = (int) constraint.number("fraction");
                result.precision = OptionalInt.of((int) constraint.number("integer") + result.scale);
            }
            case CONSTRAINTS + "Size", VALIDATOR + "Length" -> {
                int maximum = (int) constraint.number("max");
                if (result.isText && maximum < Integer.MAX_VALUE) {
                    result.length = OptionalInt.of(Math.min(maximum, result.length.orElse(maximum)));
                }
            }
            case CONSTRAINTS + "Min" -> result.comparisons.add(">=" + constraint.number("value"));
            case CONSTRAINTS + "Max" -> result.comparisons.add("<=" + constraint.number("value"));
            default -> {
                // says nothing by itself
            }
        }
        boolean composed = seen.add(name) && composedRequires(constraint, result, seen);
        return REQUIRING.contains(name) || composed;
    }

    private static boolean composedRequires(Constraint constraint, Collected result, Set<String> seen) {
        TypeElement type = constraint.annotation().type();
        List<Boolean> required = new ArrayList<>();
        for (AnnotationValues annotation : AnnotationValues.all(type)) {
            for (Constraint part : constraints(annotation, overrides(constraint, annotation.typeName()))) {
                required.add(apply(part, result, new HashSet<>(seen)));
            }
        }
        boolean any = AnnotationValues.find(type, VALIDATOR + "ConstraintComposition")
                .flatMap(c -> c.constant("value"))
                .filter("OR"::equals)
                .isPresent();
        return any && required.size() > 1 ? !required.contains(false) : required.contains(true);
    }

    /** Members of a composed constraint may stand for members of its parts. */
    private static Map<String, Object> overrides(Constraint constraint, String part) {
        Map<String, Object> result = new HashMap<>();
        for (ExecutableElement member :
                ElementFilter.methodsIn(constraint.annotation().type().getEnclosedElements())) {
            String own = member.getSimpleName().toString();
            for (AnnotationValues override : AnnotationValues.repeated(
                    member, PACKAGE + "OverridesAttribute", PACKAGE + "OverridesAttribute.List")) {
                boolean isOfPart = override.classValue("constraint")
                        .filter(c -> c.toString().equals(part))
                        .isPresent();
                if (isOfPart) {
                    constraint
                            .value(own)
                            .ifPresent(value -> result.put(override.text("name").orElse(own), value));
                }
            }
        }
        return result;
    }

    /** The attribute's field and its getter, in whichever class or interface above it is declared too. */
    private static List<Element> places(Element element) {
        List<Element> result = new ArrayList<>(List.of(element));
        if (element.getEnclosingElement() instanceof TypeElement owner) {
            String name = AttributeReader.propertyOf(element).orElse("");
            members(owner, name, result, new HashSet<>());
        }
        return result;
    }

    private static void members(TypeElement type, String property, List<Element> result, Set<TypeElement> seen) {
        if (property.isEmpty() || !seen.add(type)) {
            return;
        }
        for (Element member : type.getEnclosedElements()) {
            boolean isSame =
                    AttributeReader.propertyOf(member).filter(property::equals).isPresent();
            if (isSame && !result.contains(member)) {
                result.add(member);
            }
        }
        List<TypeMirror> above = new ArrayList<>(type.getInterfaces());
        above.add(type.getSuperclass());
        for (TypeMirror supertype : above) {
            if (supertype instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
                members(element, property, result, seen);
            }
        }
    }
}
