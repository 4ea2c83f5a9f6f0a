package conformance.embeddable_inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
abstract class Coded<C> {
    C code;
}

@Embeddable
class Address extends Coded<Integer> {
    String street;
}

@Embeddable
class PostalAddress extends Address {
    String zip;
}

@Embeddable
class Amount<N extends Number> {
    N value;
}

@Embeddable
class Price extends Amount<Integer> {
    String currency;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    Address address;

    Amount<Long> wage;
}
