package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Knows the annotations of Jakarta Persistence and Hibernate that are read or have no effect on the schema. Every other one
 * of theirs is an error: what is not understood is never passed over.
 */
final class MappingVocabulary {

    private static final Set<String> ON_ATTRIBUTE = names(
            Jpa.PACKAGE,
            "Access AssociationOverride AssociationOverrides AttributeOverride AttributeOverrides Basic Column Convert Converts Embedded"
                    + " EmbeddedId Enumerated GeneratedValue Id JoinColumn JoinColumns Lob ManyToMany ManyToOne MapKey MapsId OneToMany OneToOne"
                    + " OrderBy SequenceGenerator SequenceGenerators TableGenerator TableGenerators Temporal Transient Version PostLoad PostPersist"
                    + " PostRemove PostUpdate PrePersist PreRemove PreUpdate",
            "Array AttributeAccessor BatchSize Cache Cascade Check Checks Collate ColumnDefault ColumnTransformer ColumnTransformers Comment Comments"
                    + " CreationTimestamp CurrentTimestamp EmbeddableInstantiator EmbeddedColumnNaming EmbeddedTable Fetch FetchProfileOverride FetchProfileOverrides Filter FilterJoinTable FilterJoinTables"
                    + " Filters Formula FractionalSeconds Generated GeneratedColumn GenericGenerator GenericGenerators HQLSelect Immutable JavaType JdbcType JdbcTypeCode LazyGroup Mutability"
                    + " Nationalized NativeGenerator NaturalId NotFound OnDelete OptimisticLock PartitionKey QueryCacheLayout SQLDelete SQLDeleteAll SQLInsert"
                    + " SQLOrder SQLRestriction SQLSelect SQLUpdate SortComparator SortNatural Source Synchronize TargetEmbeddable TenantId TimeZoneColumn TimeZoneStorage Type UpdateTimestamp UuidGenerator");

    /** They are read on collections alone. */
    private static final Set<String> ON_COLLECTION = names(
            Jpa.PACKAGE,
            "CollectionTable ElementCollection JoinTable MapKeyClass MapKeyColumn MapKeyEnumerated MapKeyJoinColumn"
                    + " MapKeyJoinColumns MapKeyTemporal OrderColumn",
            "Bag CollectionId CollectionIdJavaClass CollectionIdMutability ListIndexBase ListIndexJavaType ListIndexJdbcType"
                    + " ListIndexJdbcTypeCode MapKeyJavaType MapKeyJdbcType"
                    + " MapKeyJdbcTypeCode MapKeyMutability SQLJoinTableRestriction SQLOrder SoftDelete");

    private static final Set<String> ON_COLLECTION_OR_ATTRIBUTE = joined(ON_COLLECTION, ON_ATTRIBUTE);

    private static final Set<String> ON_TO_ONE_OR_ATTRIBUTE = joined(
            names(
                    Jpa.PACKAGE,
                    "JoinTable PrimaryKeyJoinColumn PrimaryKeyJoinColumns",
                    "JoinColumnOrFormula JoinColumnsOrFormulas JoinFormula PropertyRef"),
            ON_ATTRIBUTE);

    private static final Set<String> ON_ANY = names(
            Jpa.PACKAGE,
            "Access Column JoinColumn JoinColumns",
            "Any AnyDiscriminator AnyDiscriminatorImplicitValues AnyDiscriminatorValue AnyDiscriminatorValues AnyKeyJavaClass AnyKeyJavaType AnyKeyJdbcType"
                    + " AnyKeyJdbcTypeCode AttributeAccessor"
                    + " Cascade Fetch LazyGroup OptimisticLock");

    private static final Set<String> ON_MANY_TO_ANY =
            joined(names(Jpa.PACKAGE, "JoinTable", "ManyToAny"), joined(ON_COLLECTION_OR_ATTRIBUTE, ON_ANY));

    private static final Set<String> ON_CLASS = names(
            Jpa.PACKAGE,
            "Access AssociationOverride AssociationOverrides AttributeOverride AttributeOverrides Cacheable Convert Converts DiscriminatorColumn DiscriminatorValue Embeddable Entity EntityListeners ExcludeDefaultListeners ExcludeSuperclassListeners IdClass Inheritance MappedSuperclass"
                    + " NamedEntityGraph NamedEntityGraphs NamedNativeQueries NamedNativeQuery NamedQueries NamedQuery"
                    + " NamedStoredProcedureQueries NamedStoredProcedureQuery PrimaryKeyJoinColumn PrimaryKeyJoinColumns SecondaryTable SecondaryTables SequenceGenerator SequenceGenerators TableGenerator TableGenerators"
                    + " SqlResultSetMapping SqlResultSetMappings Table",
            "BatchSize Cache CacheLayout Check Checks Comment Comments ConcreteProxy DiscriminatorFormula DiscriminatorOptions"
                    + " DynamicInsert DynamicUpdate EmbeddableInstantiator EmbeddableInstantiatorRegistration"
                    + " EmbeddableInstantiatorRegistrations FetchProfile FetchProfile.FetchOverride FetchProfiles Filter FilterDef"
                    + " FilterDefs FilterJoinTable FilterJoinTables Filters GenericGenerator GenericGenerators HQLSelect Immutable"
                    + " Imported Mutability NamedEntityGraph NamedEntityGraphs NamedNativeQueries NamedNativeQuery NamedQueries"
                    + " NamedQuery NaturalIdCache NaturalIdClass OnDelete OptimisticLocking QueryCacheLayout"
                    + " SQLDelete SQLDeleteAll SQLDeletes SQLInsert SQLInserts SQLRestriction SQLSelect SQLUpdate SecondaryRow SecondaryRows RowId SoftDelete Subselect"
                    + " SQLUpdates Synchronize TargetEmbeddable View");

    private static final Set<String> ON_EMBEDDABLE = joined(Set.of(Jpa.STRUCT), ON_CLASS);

    private static final Set<String> ON_PACKAGE = names(
            Jpa.PACKAGE,
            "SequenceGenerator SequenceGenerators TableGenerator TableGenerators",
            "EmbeddableInstantiatorRegistration EmbeddableInstantiatorRegistrations FetchProfile FetchProfile.FetchOverride"
                    + " FetchProfiles FilterDef FilterDefs GenericGenerator GenericGenerators NamedEntityGraph NamedEntityGraphs"
                    + " NamedNativeQueries NamedNativeQuery NamedQueries NamedQuery Nationalized");

    /** They make one column of whatever the attribute's type is. */
    private static final Set<String> TYPES = Set.of(Jpa.JAVA_TYPE, Jpa.JDBC_TYPE, Jpa.TYPE);

    /** What is in here is for Hibernate's own annotation processor. */
    private static final String PROCESSING = Jpa.HIBERNATE + "processing.";

    /** The key of what to do about a type of PostgreSQL that Hibernate makes of an enum. */
    static final String NAMED_ENUM = "NAMED_ENUM";

    private static final String AS_ENTITY = "Map the other table as an entity of its own with @ManyToOne to this one";
    private static final String OF_POSTGRESQL =
            "Write what holds on PostgreSQL without @DialectOverride, and override it for the others";
    private static final String PLAIN_COLLECTION =
            "Declare the attribute as the List, Set or Map that its table is for, and take the annotation away";
    private static final String DEFINE = "Add @Column(columnDefinition = \"…\")";
    private static final String DEFAULT_WAY_OUT =
            "Remove it, mark the attribute @Transient, or remove @Migratable from the entity";

    private static final Map<String, String> WAYS_OUT = Map.ofEntries(
            Map.entry("ElementCollection", AS_ENTITY),
            Map.entry("CollectionTable", AS_ENTITY),
            Map.entry("JoinTable", AS_ENTITY),
            Map.entry("ManyToMany", "Map the join table as an entity of its own with two @ManyToOne"),
            Map.entry("OneToMany", "Add mappedBy and a @ManyToOne on the other side"),
            Map.entry(
                    "EnumeratedValue",
                    "Say the values, which only a running program knows, as Hibernate writes them: @Check(constraints ="
                            + " \"column in ('…','…')\") beside a String, byte, short or int"),
            Map.entry(
                    "Audited",
                    "Hibernate keeps the history in tables of its own, which are not in the model: take Hibernate itself as"
                            + " the source, or write the history to an entity of your own"),
            Map.entry(
                    "Changelog",
                    "It is for the tables that @Audited makes, which are not in the model: take Hibernate itself as the"
                            + " source, or write the history to an entity of your own"),
            Map.entry(
                    "Temporal",
                    "Hibernate adds columns, keys or tables for the history: take Hibernate itself as the source, or map the"
                            + " two times as attributes of your own"),
            Map.entry("CollectionType", PLAIN_COLLECTION),
            Map.entry("CollectionTypeRegistration", PLAIN_COLLECTION),
            Map.entry("CollectionTypeRegistrations", PLAIN_COLLECTION),
            Map.entry("CompositeType", "Map the class as an @Embeddable, or take Hibernate itself as the source"),
            Map.entry(
                    "MapKeyType",
                    "Convert the key with @Convert(attributeName = \"key\"), or say its type with @MapKeyJdbcTypeCode"),
            Map.entry("CollectionIdJavaType", AS_ENTITY),
            Map.entry("CollectionIdJdbcType", AS_ENTITY),
            Map.entry("CollectionIdJdbcTypeCode", AS_ENTITY),
            Map.entry("CollectionIdType", AS_ENTITY),
            Map.entry("DialectOverride", OF_POSTGRESQL),
            Map.entry("DialectOverride.Formula", "Write a @Formula beside it, which holds for the other databases"),
            Map.entry("Struct", "Write it on an @Embeddable class, or on an attribute of such a one"),
            Map.entry(
                    NAMED_ENUM,
                    "Create the type in a migration of your own, and name it: @Column(columnDefinition ="
                            + " \"color\")"),
            Map.entry("JdbcType", DEFINE),
            Map.entry("JdbcTypeCode", DEFINE),
            Map.entry("Type", DEFINE));

    private final ReadContext context;

    MappingVocabulary(ReadContext context) {
        this.context = context;
    }

    private static Set<String> names(String jpaPackage, String jpa, String hibernate) {
        return Stream.concat(
                        Stream.of(jpa.split(" ")).map(jpaPackage::concat),
                        Stream.of(hibernate.split(" "))
                                .filter(n -> !n.isEmpty())
                                .map(Jpa.HIBERNATE::concat))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> joined(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the way out of an annotation that is not read, one sentence without its full stop; one within another that has
     * none of its own has the outer one's.
     */
    static String wayOut(String annotation) {
        String own = WAYS_OUT.get(annotation);
        String outermost = annotation.split("\\.", -1)[0];
        return own != null ? own : WAYS_OUT.getOrDefault(outermost, DEFAULT_WAY_OUT);
    }

    /** Reports the annotations on a class and its package that are not read; false where there is one. */
    boolean understandsClass(TypeElement type) {
        boolean isEmbeddable = AnnotationValues.has(type, Jpa.EMBEDDABLE);
        boolean onClass = understands(type, isEmbeddable ? ON_EMBEDDABLE : ON_CLASS);
        boolean onPackage = understands(context.elements().getPackageOf(type), ON_PACKAGE);
        return new PlacementRules(context).allow(type) && onClass && onPackage;
    }

    /** Reports the annotations on an attribute that are not read; false where there is one. */
    boolean understandsAttribute(Attribute attribute) {
        return understands(attribute.element(), known(attribute)) && new PlacementRules(context).allow(attribute);
    }

    private static Set<String> known(Attribute attribute) {
        if (attribute.has(Jpa.STRUCT) && StructReader.isStruct(attribute)) {
            return joined(Set.of(Jpa.STRUCT), knownBesideStruct(attribute));
        }
        return knownBesideStruct(attribute);
    }

    private static Set<String> knownBesideStruct(Attribute attribute) {
        if (attribute.has(Jpa.MANY_TO_ANY)) {
            return ON_MANY_TO_ANY;
        }
        if (EntityColumns.isCollection(attribute)) {
            return ON_COLLECTION_OR_ATTRIBUTE;
        }
        if (attribute.has(Jpa.ANY)) {
            return ON_ANY;
        }
        return AssociationReader.isAssociation(attribute) ? ON_TO_ONE_OR_ATTRIBUTE : ON_ATTRIBUTE;
    }

    /** Returns whether an annotation makes one column of whatever the attribute's type is. */
    static boolean makesOneColumn(Attribute attribute) {
        boolean converted = attribute.annotations().repeated(Jpa.CONVERT, Jpa.CONVERTS).stream()
                .anyMatch(c -> c.text("attributeName").isEmpty() && !c.flag("disableConversion", false));
        if (converted || AggregateReader.isAggregate(attribute)) {
            return true;
        }
        for (String type : TYPES) {
            if (attribute.annotationOrMeta(type).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean understands(Element element, Set<String> known) {
        boolean understood = true;
        Annotations all = context.annotations().of(element);
        for (AnnotationValues annotation : all.all()) {
            if (!isKnown(annotation, all, known)) {
                String name = annotation.simpleName();
                context.error(element, Problem.UNREAD_ANNOTATION, name, wayOut(name));
                understood = false;
            }
        }
        return understood;
    }

    private boolean isKnown(AnnotationValues annotation, Annotations beside, Set<String> known) {
        String name = annotation.typeName();
        if (name.startsWith(PROCESSING)) {
            return true;
        }
        if (name.startsWith(Jpa.PACKAGE) || name.startsWith(Jpa.HIBERNATE)) {
            return known.contains(name) || DialectOverrides.haveNoEffect(annotation, beside);
        }
        for (AnnotationValues meta : context.annotations().of(annotation.type()).all()) {
            if (bindsTheMapping(meta)) {
                return false;
            }
        }
        return true;
    }

    /** An annotation of the user's own that carries one of these runs code of theirs while Hibernate reads the mapping. */
    private boolean bindsTheMapping(AnnotationValues meta) {
        String name = meta.typeName();
        return name.equals(Jpa.HIBERNATE + "AttributeBinderType")
                || name.equals(Jpa.HIBERNATE + "TypeBinderType")
                || name.equals(Jpa.ID_GENERATOR_TYPE) && !new GenericGenerators(context).isOfApplication(meta);
    }
}
