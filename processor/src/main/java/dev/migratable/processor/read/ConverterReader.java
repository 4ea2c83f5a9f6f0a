package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the converter of a basic attribute: the one that {@code @Convert} names, or one that applies itself. */
final class ConverterReader {

    private static final String ATTRIBUTE_CONVERTER = Jpa.PACKAGE + "AttributeConverter";

    private final ReadContext context;

    ConverterReader(ReadContext context) {
        this.context = context;
    }

    /**
     * A converter.
     *
     * @param name its class's qualified name
     * @param domain the type of attributes
     * @param relational the type that goes to the database
     */
    record Converter(String name, TypeMirror domain, TypeMirror relational) {

        String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    /**
     * What is known of an attribute's conversion.
     *
     * @param converter the converter, if there is one
     * @param broken whether there is one that cannot be read, which is then reported
     */
    record Conversion(Optional<Converter> converter, boolean broken) {

        static final Conversion NONE = new Conversion(Optional.empty(), false);
        static final Conversion BROKEN = new Conversion(Optional.empty(), true);
    }

    Conversion read(Attribute attribute) {
        Optional<AnnotationValues> named = named(attribute);
        if (named.isEmpty()) {
            return automatic(attribute);
        }
        if (named.get().flag("disableConversion", false)) {
            return Conversion.NONE;
        }
        Optional<TypeMirror> type = named.get().classValue("converter");
        Optional<Converter> converter = type.flatMap(this::converter);
        if (converter.isEmpty()) {
            String fact = "@Convert names no AttributeConverter whose types are known";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Name a class that says both type arguments");
            return Conversion.BROKEN;
        }
        return new Conversion(converter, false);
    }

    /** What is said further outside wins, as in Hibernate. */
    private static Optional<AnnotationValues> named(Attribute attribute) {
        if (attribute.place().mapKey()) {
            return local(attribute, Set.of("key"));
        }
        boolean isElement = attribute.has(Jpa.ELEMENT_COLLECTION);
        return attribute
                .place()
                .overrides()
                .conversion(attribute.name())
                .or(() -> local(attribute, isElement ? Set.of("", "value", "element") : Set.of("")));
    }

    private static Optional<AnnotationValues> local(Attribute attribute, Set<String> names) {
        List<AnnotationValues> written = attribute.annotations().repeated(Jpa.CONVERT, Jpa.CONVERTS);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return written.stream()
                .filter(c -> names.contains(c.text("attributeName").orElse("")))
                .reduce((first, second) -> second);
    }

    private Conversion automatic(Attribute attribute) {
        // the attributes of an embedded identifier are converted, whatever the specification says
        boolean exempt = attribute.has(Jpa.ID)
                || attribute.has(Jpa.VERSION)
                || attribute.has(Jpa.ENUMERATED)
                || attribute.has(Jpa.TEMPORAL);
        if (exempt) {
            return Conversion.NONE;
        }
        Set<String> names = automaticConverters();
        if (names.isEmpty()) {
            return Conversion.NONE;
        }
        TypeMirror type = boxed(attribute.type());
        List<Converter> matching = new ArrayList<>();
        for (String name : names) {
            TypeElement element = context.elements().getTypeElement(name);
            Optional<Converter> converter = element == null ? Optional.empty() : converter(element.asType());
            converter
                    .filter(c -> context.types().isAssignable(type, c.domain()))
                    .ifPresent(matching::add);
        }
        if (matching.size() > 1) {
            String fact = matching.stream().map(Converter::simpleName).collect(Collectors.joining(" and "))
                    + " both apply themselves";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Name one with @Convert");
            return Conversion.BROKEN;
        }
        return new Conversion(matching.stream().findFirst(), false);
    }

    /** Those of this compilation, and those that an option names, for a scan does not find them in other modules. */
    private Set<String> automaticConverters() {
        Set<String> names = new TreeSet<>(context.unit().automaticConverters());
        names.addAll(context.options().converters());
        return names;
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? context.types().boxedClass(primitive).asType()
                : type;
    }

    private Optional<Converter> converter(TypeMirror type) {
        return arguments(type)
                .map(arguments ->
                        new Converter(context.types().erasure(type).toString(), arguments.get(0), arguments.get(1)));
    }

    private Optional<List<? extends TypeMirror>> arguments(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(ATTRIBUTE_CONVERTER)) {
            boolean known = declared.getTypeArguments().size() == 2
                    && declared.getTypeArguments().stream().noneMatch(ConverterReader::isVariable);
            return known ? Optional.of(declared.getTypeArguments()) : Optional.empty();
        }
        for (TypeMirror supertype : context.types().directSupertypes(type)) {
            Optional<List<? extends TypeMirror>> found = arguments(supertype);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isVariable(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.ERROR;
    }
}
