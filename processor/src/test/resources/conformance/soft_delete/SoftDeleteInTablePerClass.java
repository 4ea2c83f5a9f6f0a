package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@SoftDelete
class Animal {
    @Id Long id;
}

@Entity
@Migratable
class Dog extends Animal {
    String race;
}
