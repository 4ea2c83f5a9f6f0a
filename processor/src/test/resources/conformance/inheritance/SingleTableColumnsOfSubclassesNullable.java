package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;

@Entity
@Migratable
class Vehicle {
    @Id
    Long id;
    @Column(name = "wheel_count")
    int wheels;
}

@Entity
@Migratable
class Owner {
    @Id
    Long id;
}

@Entity
@Migratable
class Car extends Vehicle {
    int doors;
    @Column(name = "seat_count")
    int seats;
    @Column(nullable = false)
    String plate;
    @Basic(optional = false)
    String maker;
    @Column(columnDefinition = "integer not null")
    Integer weight;
    @Column(columnDefinition = "integer not null")
    int height;
    @ColumnDefault("3")
    int gears;
    @CreationTimestamp
    Instant created;
    @ManyToOne(optional = false)
    Owner owner;
    @ManyToOne
    @JoinColumn(nullable = false)
    Owner builder;
    @OneToOne(optional = false)
    Owner driver;
    @Column(unique = true)
    String code;
}
