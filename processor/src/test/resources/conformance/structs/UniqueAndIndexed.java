package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    String street;
    String city;
    int number;
}

@Migratable
@Entity
@Table(indexes = @Index(name = "by_work", columnList = "work"))
class Thing {

    @Id
    long id;

    @Column(unique = true)
    Address home;

    Address work;
}
