package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent attribute of an entity, or of an embeddable in it.
 *
 * @param name the attribute's name as JPA knows it: the field's, or the property's
 * @param type its type as the entity sees it, type variables of superclasses resolved
 * @param element the field or getter that carries the annotations
 * @param place where in the entity it is
 * @param annotations the annotations of the element
 */
record Attribute(String name, TypeMirror type, Element element, Place place, Annotations annotations) {

    private static final Map<String, String> FOR_KEYS = Map.of(
            Jpa.COLUMN, Jpa.MAP_KEY_COLUMN,
            Jpa.ENUMERATED, Jpa.MAP_KEY_ENUMERATED,
            Jpa.TEMPORAL, Jpa.MAP_KEY_TEMPORAL,
            Jpa.JDBC_TYPE, Jpa.MAP_KEY_JDBC_TYPE,
            Jpa.JDBC_TYPE_CODE, Jpa.MAP_KEY_JDBC_TYPE_CODE,
            Jpa.JAVA_TYPE, Jpa.MAP_KEY_JAVA_TYPE);

    /**
     * Where in the entity an attribute is.
     *
     * @param holders the embedded attributes around it, the outermost first
     * @param identifying whether it is, or belongs to, the identifier
     * @param access the access type of the class that declares it
     * @param overrides what is overridden from outside, by path below the class that has the attribute
     * @param mapKey whether it is the key of a map, of whose attribute only the annotations for keys hold
     */
    record Place(List<Attribute> holders, boolean identifying, String access, Overrides overrides, boolean mapKey) {

        /** Copies the holders. */
        Place {
            holders = List.copyOf(holders);
        }

        Place withAccess(String newAccess) {
            return new Place(holders, identifying, newAccess, overrides, mapKey);
        }
    }

    /** Returns what stands for a column that no attribute has, such as a discriminator: its class. */
    static Attribute ofClass(ReadContext context, String name, TypeElement owner) {
        Place place = new Place(List.of(), false, "", Overrides.NONE, false);
        return new Attribute(
                name, owner.asType(), owner, place, context.annotations().of(owner));
    }

    /** Returns the same attribute as if it had another type. */
    Attribute withType(TypeMirror newType) {
        return new Attribute(name, newType, element, place, annotations);
    }

    /** Returns whether the column belongs to a class and not to one of its attributes. */
    boolean isOfClass() {
        return element instanceof TypeElement;
    }

    /** Returns the attribute's path from the entity on: {@code home.street}. */
    String path() {
        if (place.holders().isEmpty()) {
            return name;
        }
        StringBuilder path = new StringBuilder();
        for (Attribute holder : place.holders()) {
            path.append(holder.name).append('.');
        }
        return path.append(name).toString();
    }

    boolean identifying() {
        return place.identifying();
    }

    /** Looks at no more than tells most attributes apart: all that is around one would be hashed with it. */
    @Override
    public int hashCode() {
        return 31 * element.hashCode() + name.hashCode();
    }

    boolean has(String annotation) {
        return isPlain() ? annotations.has(annotation) : annotation(annotation).isPresent();
    }

    /** Most attributes are what is written on them, and are asked for dozens of annotations each. */
    private boolean isPlain() {
        return place.overrides() == Overrides.NONE && !place.mapKey();
    }

    /** Finds an annotation; an override takes the place of {@code @Column} and {@code @JoinTable}. */
    Optional<AnnotationValues> annotation(String typeName) {
        if (isPlain()) {
            return annotations.find(typeName);
        }
        if (place.mapKey()) {
            return Optional.ofNullable(FOR_KEYS.get(typeName)).flatMap(annotations::find);
        }
        if (typeName.equals(Jpa.COLUMN) && isOverridden()) {
            return place.overrides().column(name);
        }
        Optional<AnnotationValues> overriding = typeName.equals(Jpa.JOIN_TABLE)
                ? place.overrides().association(name).flatMap(o -> o.annotation("joinTable"))
                : Optional.empty();
        return overriding.isPresent() ? overriding : annotations.find(typeName);
    }

    /** Finds an annotation on the element itself, or on an annotation that is there. */
    Optional<AnnotationValues> annotationOrMeta(String typeName) {
        Optional<AnnotationValues> own = annotation(typeName);
        return own.isPresent() || place.mapKey() ? own : annotations.findMeta(typeName);
    }

    boolean isOverridden() {
        return place.overrides().column(name).isPresent();
    }

    /**
     * Returns the join columns, those of an override in the place of the attribute's own, and those of a to-one
     * association's join table where it has none.
     */
    List<AnnotationValues> joinColumns() {
        return ToOneTableReader.isJoinedByTable(this)
                ? annotation(Jpa.JOIN_TABLE)
                        .map(table -> table.annotations("inverseJoinColumns"))
                        .orElse(List.of())
                : directJoinColumns();
    }

    List<AnnotationValues> directJoinColumns() {
        List<AnnotationValues> overridden = place.overrides()
                .association(name)
                .map(o -> o.annotations("joinColumns"))
                .orElse(List.of());
        if (!overridden.isEmpty()) {
            return overridden;
        }
        List<AnnotationValues> own = new ArrayList<>(annotations.repeated(Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS));
        for (AnnotationValues either : columnsOrFormulas()) {
            either.annotation("column").ifPresent(own::add);
        }
        // beside @MapsId, Hibernate takes the one for the other
        return own.isEmpty() && annotations.has(Jpa.MAPS_ID)
                ? annotations.repeated(Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS)
                : own;
    }

    /** Returns the formulas that stand in the place of join columns. */
    List<AnnotationValues> joinFormulas() {
        List<AnnotationValues> formulas = new ArrayList<>();
        annotations.find(Jpa.JOIN_FORMULA).ifPresent(formulas::add);
        for (AnnotationValues either : columnsOrFormulas()) {
            either.annotation("formula").ifPresent(formulas::add);
        }
        return formulas;
    }

    private List<AnnotationValues> columnsOrFormulas() {
        return annotations.repeated(Jpa.JOIN_COLUMN_OR_FORMULA, Jpa.JOIN_COLUMNS_OR_FORMULAS);
    }

    /** Returns whether formulas alone say what is referenced, so that there is no column. */
    boolean isJoinedByFormula() {
        return !joinFormulas().isEmpty() && directJoinColumns().isEmpty();
    }

    /** Returns the place of an attribute of this one's embeddable. */
    Place inside(Overrides ofEmbeddable) {
        List<Attribute> holders = new ArrayList<>(place.holders());
        holders.add(this);
        Overrides written = Overrides.on(element);
        if (place.mapKey()) {
            written = written.below("key");
        } else if (has(Jpa.ELEMENT_COLLECTION)) {
            written = written.below("value").over(written.below("element")).over(written);
        }
        Overrides own = written.over(ofEmbeddable);
        boolean identifies = identifying() || has(Jpa.EMBEDDED_ID);
        return new Place(
                holders,
                identifies,
                place.access(),
                place.overrides().below(name).over(own),
                false);
    }

    /** Returns the same attribute as a part of the identifier. */
    Attribute asIdentifying() {
        Place identifying = new Place(place.holders(), true, place.access(), place.overrides(), false);
        return new Attribute(name, type, element, identifying, annotations);
    }

    /** Returns the key of the map that this attribute is; its column is called {@code prices_KEY} by itself. */
    Attribute asMapKey(TypeMirror keyType) {
        Place key = new Place(place.holders(), false, place.access(), Overrides.NONE, true);
        return new Attribute(name + "_KEY", keyType, element, key, annotations);
    }
}
