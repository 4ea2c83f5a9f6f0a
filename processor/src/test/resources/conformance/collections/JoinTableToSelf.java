package conformance.collections;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

@Entity
@Migratable
class Person {
    @Id Long id;
    @ManyToMany Set<Person> friends;
    @ManyToMany(mappedBy = "friends") Set<Person> fans;
}
