package conformance.element_collections;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

enum Color {
    RED,
    GREEN
}

@Embeddable
class Address {
    @Column(nullable = false)
    String street;

    int number;

    @ManyToOne
    Customer neighbour;
}

@Embeddable
record Strict(@Column(nullable = false) String first, @Column(nullable = false) Integer second) {}

@Embeddable
class Sorted {
    @Column(nullable = false)
    String zulu;

    @Column(nullable = false)
    String alpha;
}

@Entity
@Migratable
@Table(name = "customers")
class Customer {
    @Id
    @Column(name = "customer_no")
    Long id;

    @ElementCollection
    List<String> bag;

    @ElementCollection
    Collection<Color> colors;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Color> colorSet;

    @ElementCollection
    Set<String> tags;

    @ElementCollection
    @Column(nullable = false, length = 20)
    Set<String> strictTags;

    @ElementCollection
    @OrderColumn
    List<BigDecimal> ordered;

    @ElementCollection
    @OrderColumn(name = "pos")
    @Column(name = "amount", precision = 9, scale = 2, nullable = false)
    List<BigDecimal> orderedByPos;

    @ElementCollection
    Map<String, Integer> prices;

    @ElementCollection
    @MapKeyColumn(name = "currency", length = 3)
    @Column(name = "price")
    Map<String, BigDecimal> namedPrices;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Color, String> byColor;

    @ElementCollection
    Map<Color, Integer> byOrdinal;

    @ElementCollection
    List<Address> addresses;

    @ElementCollection
    Set<Address> addressSet;

    @ElementCollection
    @AttributeOverride(name = "first", column = @Column(name = "uno", nullable = false))
    Set<Strict> stricts;

    @ElementCollection
    Set<Sorted> sortedSet;

    @ElementCollection
    @OrderColumn
    List<Strict> strictList;

    @ElementCollection
    @AttributeOverride(name = "value.street", column = @Column(name = "road"))
    Map<String, Address> addressesByName;

    @ElementCollection
    @CollectionTable(
            name = "nicknames",
            schema = "crm",
            joinColumns = @JoinColumn(name = "owner"),
            foreignKey = @ForeignKey(name = "nick_owner"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"owner", "nick"}),
            indexes = @Index(columnList = "nick"))
    @Column(name = "nick", unique = true)
    Set<String> nicknames;
}

@Embeddable
record Key(String b, Integer a) {}

@Entity(name = "Composed")
@Migratable
class Composite {
    @EmbeddedId
    Key key;

    @ElementCollection
    Set<String> texts;

    @ElementCollection
    @OrderColumn
    List<Integer> numbers;
}
