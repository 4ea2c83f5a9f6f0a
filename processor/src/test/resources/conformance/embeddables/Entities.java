package conformance.embeddables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import org.hibernate.annotations.ColumnDefault;

@Entity
class Country { // not @Migratable
    @Id
    @Column(length = 2)
    String code;
}

enum Kind {
    HOME,
    WORK
}

@Embeddable
class Position {
    double latitude;

    @Column(nullable = false)
    double longitude;

    @Transient
    String shown;
}

@Embeddable
class Address {
    @Column(length = 80)
    String street;

    @Basic(optional = false)
    String city;

    int floor;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @ColumnDefault("'none'")
    @Column(unique = true)
    String door;

    Position position;

    @ManyToOne
    Country country;

    @OneToOne(optional = false)
    @JoinColumn(name = "keeper")
    Person keeper;
}

@Entity
@Migratable
@Table(
        indexes = @Index(columnList = "city, street"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"latitude", "longitude"}))
class Person {
    @Id
    Long id;

    @Embedded
    Address address;

    String name;
}

@MappedSuperclass
class Amount<T> {
    T amount;

    @Column(length = 3, nullable = false)
    String currency;
}

@Embeddable
class Money extends Amount<BigDecimal> {
    boolean taxed;
}

@Embeddable
class Pair<A, B> {
    A first;
    B second;
}

@MappedSuperclass
class Priced<P> {
    @Id
    Integer id;

    P price;

    @Embedded
    Pair<String, Integer> pair;
}

@Entity
@Migratable
class Product extends Priced<Money> {}

@Embeddable
class ByField {
    String street;

    public String getOther() {
        return "";
    }
}

@Embeddable
@Access(AccessType.PROPERTY)
class ByProperty {
    private String hidden;

    public String getZip() {
        return hidden;
    }

    public void setZip(String zip) {
        hidden = zip;
    }
}

@Embeddable
class Inherited {
    private String hidden;

    public String getTown() {
        return hidden;
    }

    public void setTown(String town) {
        hidden = town;
    }
}

@Entity
@Migratable
class Fields {
    @Id
    Long id;

    ByField byField;
    ByProperty byProperty;
}

@Entity
@Migratable
class Properties {
    private Long id;
    private Inherited inherited;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Inherited getInherited() {
        return inherited;
    }

    public void setInherited(Inherited inherited) {
        this.inherited = inherited;
    }
}
