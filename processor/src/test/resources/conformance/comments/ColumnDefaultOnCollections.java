package conformance.comments;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;

@Embeddable
class Address {
    String street;

    @ColumnDefault("'Bonn'")
    String town;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ElementCollection
    @ColumnDefault("'nobody'")
    Set<String> names;

    @ElementCollection
    @OrderColumn
    @ColumnDefault("7")
    List<Integer> numbers;

    @ElementCollection
    @ColumnDefault("'nowhere'")
    List<Address> homes;
}
