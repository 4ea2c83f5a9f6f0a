package conformance.packaged;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Entity
class One {
    @Id
    @GeneratedValue(generator = "of_package")
    Long id;
}

@Entity
class Two {
    @Id
    @GeneratedValue
    Long id;
}
