package dev.migratable.runtime.hibernate;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Subselect;
import org.hibernate.type.SqlTypes;

/** Mappings of every kind that reaches the schema, many of which the processor does not read yet. */
final class WideMapping {

    static final List<Class<?>> CLASSES = List.of(
            Root.class,
            Leaf.class,
            Single.class,
            SingleSub.class,
            Union.class,
            UnionSub.class,
            Wide.class,
            Detail.class,
            Membership.class,
            Report.class,
            Tabled.class,
            Descending.class);

    private WideMapping() {}

    enum Mood {
        GOOD,
        BAD
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Root {
        @Id
        @GeneratedValue
        Long id;

        @Version
        int version;
    }

    @Entity
    @OnDelete(action = OnDeleteAction.CASCADE)
    static class Leaf extends Root {
        String name;
    }

    @Entity
    @DiscriminatorColumn(length = 7)
    static class Single {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;
    }

    @Entity
    static class SingleSub extends Single {
        int onlyHere;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Union {
        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true)
        String code;
    }

    @Entity
    static class UnionSub extends Union {
        boolean flag;
    }

    @Embeddable
    static class Address {
        String street;

        @Column(length = 10)
        String zip;
    }

    @Embeddable
    static class Document {
        int pages;
        String title;
    }

    @Entity
    @SoftDelete
    @Table(
            name = "Wide",
            comment = "it''s wide",
            check = @CheckConstraint(name = "price_positive", constraint = "price > 0"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "Wide_Unique",
                            columnNames = {"price", "mood"},
                            options = "deferrable initially deferred"),
            indexes = {
                @Index(name = "partial", columnList = "price desc", options = "where price > 0"),
                @Index(name = "covering", columnList = "mood", options = "include (price)"),
                @Index(name = "by_expression", columnList = "(lower(loud))")
            })
    @SecondaryTable(name = "wide_more")
    static class Wide {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "wide_gen")
        @SequenceGenerator(name = "wide_gen", initialValue = 0, allocationSize = 3, options = "cache 5 cycle")
        Long id;

        @ColumnDefault("9.99")
        @Column(precision = 12, scale = 2, nullable = false, check = @CheckConstraint(constraint = "price < 1000"))
        BigDecimal price;

        @Enumerated(EnumType.STRING)
        Mood mood;

        @Collate("C")
        String loud;

        @GeneratedColumn("price * 2")
        BigDecimal doubled;

        @Column(columnDefinition = "integer generated always as identity")
        int counter;

        @Column(columnDefinition = "citext_like default 'x' not null")
        @JdbcTypeCode(SqlTypes.VARCHAR)
        String ownType;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> json;

        @JdbcTypeCode(SqlTypes.JSON)
        Document document;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Mood named;

        @Embedded
        Address address;

        @Column(table = "wide_more", comment = "kept apart")
        Duration duration;

        @Column(secondPrecision = 3)
        Instant instant;

        OffsetDateTime withOffset;
        List<String> texts;
        int[] numbers;
        byte[] bytes;
        UUID uuid;

        @JdbcTypeCode(SqlTypes.INET)
        java.net.InetAddress inet;

        @ElementCollection
        @CollectionTable(name = "wide_addresses")
        Set<Address> addresses;

        @ElementCollection
        @OrderColumn
        List<String> ordered;

        @ElementCollection
        @MapKeyColumn(name = "language", length = 5)
        Map<String, String> titles;

        @ManyToMany
        Set<Root> friends;

        @OneToMany
        @JoinColumn(name = "wide_id")
        @OnDelete(action = OnDeleteAction.SET_NULL)
        List<Detail> details;
    }

    @Entity
    static class Detail {
        @Id
        Long id;

        @MapsId
        @OneToOne
        Root root;

        @ManyToOne(optional = false)
        @JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "detail_other", options = "deferrable"))
        Leaf other;
    }

    @Embeddable
    record MembershipId(long member, String club) {}

    @Entity
    static class Membership {
        @EmbeddedId
        MembershipId id;

        @Column(nullable = false)
        String role;
    }

    /** No table of its own. */
    @Entity
    @Subselect("select id from detail")
    static class Report {
        @Id
        Long id;
    }

    @Entity
    static class Tabled {
        @Id
        @TableGenerator(name = "tabled")
        @GeneratedValue(generator = "tabled")
        Long id;
    }

    @Entity
    static class Descending {
        @Id
        @SequenceGenerator(name = "down", sequenceName = "down", initialValue = -5, allocationSize = 1)
        @GeneratedValue(generator = "down")
        Long id;
    }
}
