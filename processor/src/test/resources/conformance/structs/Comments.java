package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "address")
class Address {
    @Comment("the street")
    String street;

    @Column(comment = "the city")
    String city;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Comment("of the thing")
    Address address;

    @Comment("of others")
    Address[] others;

    @Column(comment = "of the column")
    Address work;
}
