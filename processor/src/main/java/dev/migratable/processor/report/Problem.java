package dev.migratable.processor.report;

import java.util.Arrays;
import javax.lang.model.type.TypeMirror;

/**
 * Every message of the processor that is not a finding of a rule. The code names the message for the documentation; the
 * text takes arguments in the manner of {@link String#format}. Each says a fact and the way out.
 */
public enum Problem {
    /** An annotation that changes the schema and that the processor does not read. */
    UNREAD_ANNOTATION("MAP01", "@%s changes the schema and is not read yet. %s."),
    /** A Java type without a known SQL type. */
    UNKNOWN_TYPE(
            "MAP02",
            "the SQL type of %s is not known. Say it with @Column(columnDefinition = \"…\") or mark the attribute"
                    + " @Transient."),
    /** A member of an annotation that cannot be read as it is written. */
    BAD_MEMBER("MAP03", "%s. %s."),
    /** A name that is neither a column nor an attribute of the entity. */
    UNKNOWN_NAME("MAP04", "%s names '%s', which is no %s of %s.%s"),
    /** An entity without an identifier. */
    NO_ID("MAP05", "has no @Id attribute. Give it one, also in a @MappedSuperclass."),
    /** A generator that is not read. */
    GENERATOR("MAP06", "%s. Use GenerationType.IDENTITY, SEQUENCE or UUID."),
    /** An association whose other side cannot be read. */
    ASSOCIATION("MAP07", "%s. %s."),
    /** Inheritance among entities. */
    INHERITANCE("MAP08", "%s. %s."),
    /** Two attributes or entities that want one name. */
    NAME_TWICE("MAP09", "%s. Give one of them another name."),
    /** Something only an entity can carry. */
    NOT_AN_ENTITY("MAP10", "@%s has no effect on a class that is no @Entity. Add @Entity or remove it."),
    /** The run-time types that descriptors implement are missing. */
    NO_RUNTIME(
            "MAP11",
            "%s is not on the class path, and the generated descriptors need it. Add the dependency"
                    + " dev.migratable:migratable-runtime."),
    /** An option with a value that has no meaning. */
    BAD_OPTION("MAP12", "the option -A%s=%s is not understood: %s."),
    /** A baseline that is not there or cannot be read. */
    BASELINE("MAP13", "the baseline %s cannot be read: %s. Restore it from version control."),
    /** A file of an earlier compilation that cannot be read. */
    LEFTOVER("MAP14", "%s of an earlier compilation cannot be read: %s. Delete the output folder and compile again."),
    /** A file that cannot be written. */
    NOT_WRITTEN("MAP15", "%s cannot be written: %s. See that the output folder can be written to."),
    /** A descriptor that the compiler does not take. */
    DESCRIPTOR(
            "MAP15",
            "%s cannot be written: %s. Rename the class that has its name; where that is the descriptor itself, which the"
                    + " compiler of Eclipse does not replace, delete its class file or set -Amigratable.descriptors=false."),
    /** A table that has no element of its own any more. */
    DECLARATION("MAP16", "%s. %s."),
    /** Mapping files in XML, which are not read. */
    XML_MAPPING(
            "MAP17",
            "Hibernate reads the mapping in %s, and Migratable does not: what it says of a table is missing in the model."
                    + " Say it with annotations, or take Hibernate itself as the source; -Amigratable.level.MAP17=off"
                    + " silences this where the file changes no owned table."),
    /** Entities whose history Envers keeps in tables of its own. */
    AUDITED(
            "MAP18",
            "Hibernate Envers keeps the history of %s in tables that are not in the model (%s_AUD, REVINFO): migrations leave"
                    + " them as they are. Change them with a changelog of your own, or take Hibernate itself as the source;"
                    + " -Amigratable.level.MAP18=off silences this."),
    /** Entities whose rows a view has. */
    VIEW(
            "MAP19",
            "the rows of %s are those of a @View, which is not in the model: migrations neither create nor change it."
                    + " Create it with a changelog of your own; -Amigratable.level.MAP19=off silences this."),
    /** Types of enums that nobody knows before Hibernate runs. */
    MADE_TYPE(
            "MAP20",
            "Hibernate makes types of %s, whose names or values only a running program knows: they are not in the model, and"
                    + " migrations neither create nor change them. Do so with a changelog of your own;"
                    + " -Amigratable.level.MAP20=off silences this."),
    /** A defect of the processor. */
    DEFECT("MAP99", "this entity made Migratable fail, which is a defect of Migratable: %s. Please report it.");

    private final String code;
    private final String text;

    Problem(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Returns the code, three letters and two digits. */
    public String code() {
        return code;
    }

    /** Returns the text with its arguments filled in. */
    public String text(Object... arguments) {
        return String.format(
                text,
                Arrays.stream(arguments)
                        .map(a -> a instanceof TypeMirror type ? TypeText.of(type) : a)
                        .toArray());
    }
}
