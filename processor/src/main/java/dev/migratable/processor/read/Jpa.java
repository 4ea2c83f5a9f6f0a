package dev.migratable.processor.read;

/** The qualified names of annotations that are read. */
final class Jpa {

    static final String PACKAGE = "jakarta.persistence.";
    static final String HIBERNATE = "org.hibernate.annotations.";
    static final String OWN = "dev.migratable.annotations.";

    static final String ENTITY = PACKAGE + "Entity";
    static final String MAPPED_SUPERCLASS = PACKAGE + "MappedSuperclass";
    static final String TABLE = PACKAGE + "Table";
    static final String ID = PACKAGE + "Id";
    static final String GENERATED_VALUE = PACKAGE + "GeneratedValue";
    static final String SEQUENCE_GENERATOR = PACKAGE + "SequenceGenerator";
    static final String SEQUENCE_GENERATORS = PACKAGE + "SequenceGenerators";
    static final String COLUMN = PACKAGE + "Column";
    static final String BASIC = PACKAGE + "Basic";
    static final String ENUMERATED = PACKAGE + "Enumerated";
    static final String ENUMERATED_VALUE = PACKAGE + "EnumeratedValue";
    static final String TEMPORAL = PACKAGE + "Temporal";
    static final String LOB = PACKAGE + "Lob";
    static final String VERSION = PACKAGE + "Version";
    static final String TRANSIENT = PACKAGE + "Transient";
    static final String ACCESS = PACKAGE + "Access";
    static final String MANY_TO_ONE = PACKAGE + "ManyToOne";
    static final String ONE_TO_ONE = PACKAGE + "OneToOne";
    static final String ONE_TO_MANY = PACKAGE + "OneToMany";
    static final String MANY_TO_MANY = PACKAGE + "ManyToMany";
    static final String JOIN_COLUMN = PACKAGE + "JoinColumn";
    static final String JOIN_COLUMNS = PACKAGE + "JoinColumns";
    static final String EMBEDDABLE = PACKAGE + "Embeddable";
    static final String EMBEDDED = PACKAGE + "Embedded";
    static final String EMBEDDED_ID = PACKAGE + "EmbeddedId";
    static final String MAPS_ID = PACKAGE + "MapsId";
    static final String ID_CLASS = PACKAGE + "IdClass";
    static final String ATTRIBUTE_OVERRIDE = PACKAGE + "AttributeOverride";
    static final String ATTRIBUTE_OVERRIDES = PACKAGE + "AttributeOverrides";
    static final String ASSOCIATION_OVERRIDE = PACKAGE + "AssociationOverride";
    static final String ASSOCIATION_OVERRIDES = PACKAGE + "AssociationOverrides";
    static final String CONVERT = PACKAGE + "Convert";
    static final String CONVERTS = PACKAGE + "Converts";
    static final String ELEMENT_COLLECTION = PACKAGE + "ElementCollection";
    static final String COLLECTION_TABLE = PACKAGE + "CollectionTable";
    static final String JOIN_TABLE = PACKAGE + "JoinTable";
    static final String ORDER_COLUMN = PACKAGE + "OrderColumn";
    static final String MAP_KEY = PACKAGE + "MapKey";
    static final String MAP_KEY_CLASS = PACKAGE + "MapKeyClass";
    static final String MAP_KEY_JOIN_COLUMN = PACKAGE + "MapKeyJoinColumn";
    static final String MAP_KEY_JOIN_COLUMNS = PACKAGE + "MapKeyJoinColumns";
    static final String MAP_KEY_COLUMN = PACKAGE + "MapKeyColumn";
    static final String MAP_KEY_ENUMERATED = PACKAGE + "MapKeyEnumerated";
    static final String MAP_KEY_TEMPORAL = PACKAGE + "MapKeyTemporal";
    static final String CONVERTER = PACKAGE + "Converter";
    static final String SECONDARY_TABLE = PACKAGE + "SecondaryTable";
    static final String SECONDARY_TABLES = PACKAGE + "SecondaryTables";
    static final String INHERITANCE = PACKAGE + "Inheritance";
    static final String DISCRIMINATOR_COLUMN = PACKAGE + "DiscriminatorColumn";
    static final String DISCRIMINATOR_VALUE = PACKAGE + "DiscriminatorValue";
    static final String PRIMARY_KEY_JOIN_COLUMN = PACKAGE + "PrimaryKeyJoinColumn";
    static final String PRIMARY_KEY_JOIN_COLUMNS = PACKAGE + "PrimaryKeyJoinColumns";

    static final String COLUMN_DEFAULT = HIBERNATE + "ColumnDefault";
    static final String COMMENT = HIBERNATE + "Comment";
    static final String COMMENTS = HIBERNATE + "Comments";
    static final String CHECK = HIBERNATE + "Check";
    static final String CHECKS = HIBERNATE + "Checks";
    static final String CREATION_TIMESTAMP = HIBERNATE + "CreationTimestamp";
    static final String UPDATE_TIMESTAMP = HIBERNATE + "UpdateTimestamp";
    static final String CURRENT_TIMESTAMP = HIBERNATE + "CurrentTimestamp";
    static final String JDBC_TYPE = HIBERNATE + "JdbcType";
    static final String JDBC_TYPE_CODE = HIBERNATE + "JdbcTypeCode";
    static final String JAVA_TYPE = HIBERNATE + "JavaType";
    static final String TYPE = HIBERNATE + "Type";
    static final String MAP_KEY_JDBC_TYPE = HIBERNATE + "MapKeyJdbcType";
    static final String MAP_KEY_JDBC_TYPE_CODE = HIBERNATE + "MapKeyJdbcTypeCode";
    static final String MAP_KEY_JAVA_TYPE = HIBERNATE + "MapKeyJavaType";
    static final String TIME_ZONE_STORAGE = HIBERNATE + "TimeZoneStorage";
    static final String TIME_ZONE_COLUMN = HIBERNATE + "TimeZoneColumn";
    static final String FRACTIONAL_SECONDS = HIBERNATE + "FractionalSeconds";
    static final String COLLATE = HIBERNATE + "Collate";
    static final String GENERATED_COLUMN = HIBERNATE + "GeneratedColumn";
    static final String NATURAL_ID = HIBERNATE + "NaturalId";
    static final String FORMULA = HIBERNATE + "Formula";
    static final String NOT_FOUND = HIBERNATE + "NotFound";
    static final String LIST_INDEX_BASE = HIBERNATE + "ListIndexBase";
    static final String ON_DELETE = HIBERNATE + "OnDelete";
    static final String SUBSELECT = HIBERNATE + "Subselect";
    static final String VIEW = HIBERNATE + "View";
    static final String TENANT_ID = HIBERNATE + "TenantId";
    static final String DISCRIMINATOR_FORMULA = HIBERNATE + "DiscriminatorFormula";
    static final String DISCRIMINATOR_OPTIONS = HIBERNATE + "DiscriminatorOptions";

    static final String MIGRATABLE = OWN + "Migratable";
    static final String RENAMED_FROM = OWN + "RenamedFrom";
    static final String RETIRED = OWN + "Retired";
    static final String BACKFILL = OWN + "Backfill";
    static final String CONVERT_USING = OWN + "ConvertUsing";
    static final String ACCEPT_RISK = OWN + "AcceptRisk";
    static final String ACCEPT_RISKS = OWN + "AcceptRisk.List";
    static final String POSTGRES_INDEX = OWN + "PostgresIndex";
    static final String POSTGRES_INDEXES = OWN + "PostgresIndex.List";

    private Jpa() {}
}
