package conformance.composite_ids;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;

@Embeddable
record LineKey(String orderNo, int position, @Column(length = 10) String branch, long a) implements Serializable {}

@Entity
@Migratable
class Line {
    @EmbeddedId
    LineKey key;

    String text;
}

@Entity
@Migratable
class Remark {
    @EmbeddedId
    @AttributeOverride(name = "position", column = @Column(name = "pos"))
    @AttributeOverride(name = "a", column = @Column(name = "z", columnDefinition = "integer"))
    LineKey key;

    @ManyToOne
    Line line;

    @ManyToOne
    @JoinColumn(name = "l_position", referencedColumnName = "position")
    @JoinColumn(name = "l_a", referencedColumnName = "a")
    @JoinColumn(name = "l_branch", referencedColumnName = "branch")
    @JoinColumn(name = "l_order", referencedColumnName = "orderNo")
    Line named;

    @OneToOne
    Line single;
}

class PersonKey implements Serializable {
    String lastName;
    Integer number;
    String firstName;

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonKey;
    }

    @Override
    public int hashCode() {
        return 1;
    }
}

@Entity
@Migratable
@IdClass(PersonKey.class)
class Person {
    @Id
    String lastName;

    @Id
    Integer number;

    @Id
    String firstName;

    @ManyToOne
    Person parent;
}

@Entity
@Migratable
class Detail {
    @Id
    Long id;

    @OneToOne
    @MapsId
    Header header;
}

@Entity
@Migratable
class Header {
    @Id
    Long number;

    String text;
}

@Embeddable
record ItemKey(Long header, Integer line) implements Serializable {}

@Entity
@Migratable
class Item {
    @EmbeddedId
    ItemKey id;

    @ManyToOne
    @MapsId("header")
    @JoinColumn(name = "header_no")
    Header header;
}

@Entity
@Migratable
@IdClass(ItemKey.class)
class OtherItem {
    @Id
    @ManyToOne
    Header header;

    @Id
    Integer line;
}

@Entity
@Migratable
class Extension {
    @EmbeddedId
    LineKey id;

    @OneToOne
    @MapsId
    Line line;
}

@Entity
@Migratable
class PartOfItem {
    @Id
    @OneToOne
    Item item;

    String text;
}

@Entity
@Migratable
class Leaf {
    @Id
    @ManyToOne
    Header header;
}

@Embeddable
class Nested {
    String y;
    Integer x;
}

@Embeddable
class Unsorted implements Serializable {
    @Column(name = "a_column")
    String z;

    Nested nested;

    @Column(name = "z_column")
    Integer b;
}

@Entity
@Migratable
class ByUnsorted {
    @EmbeddedId
    Unsorted id;
}

@Entity
@Migratable
class ToUnsorted {
    @Id
    Long id;

    @ManyToOne
    ByUnsorted target;
}

record TwoKey(String zulu, String alpha) implements Serializable {}

@Entity
@Migratable
@IdClass(TwoKey.class)
class ByRecord {
    @Id
    String alpha;

    @Id
    String zulu;

    @ManyToOne
    ByRecord next;
}

record ThreeKey(String zulu, Long header, String alpha) implements Serializable {}

@Entity
@Migratable
@IdClass(ThreeKey.class)
class ByThree {
    @Id
    String zulu;

    @Id
    @Column(name = "first_of_all")
    String alpha;

    @Id
    @ManyToOne
    Header header;
}

@Embeddable
class MappedKey implements Serializable {
    String zulu;
    Long owner;
    String alpha;
}

@Entity
@Migratable
class ByMapped {
    @EmbeddedId
    MappedKey id;

    @ManyToOne
    @MapsId("owner")
    Header aHeader;
}

@Entity
@Migratable
class TwoAssociations {
    @Id
    @ManyToOne
    Person person;

    @Id
    @ManyToOne
    Header header;
}
