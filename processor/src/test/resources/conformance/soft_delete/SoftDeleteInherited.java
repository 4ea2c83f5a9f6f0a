package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

@MappedSuperclass
@SoftDelete(columnName = "gone")
class Base {
    @Id Long id;
}

@Entity
@Migratable
class Post extends Base {
    String text;
}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
@SoftDelete
class Animal {
    @Id Long id;
}

@Entity
@Migratable
class Dog extends Animal {
    String race;
}

@Entity
@Migratable
@SoftDelete
class Vehicle {
    @Id Long id;
}

@Entity
@Migratable
class Car extends Vehicle {
    @Column(nullable = false) String plate;
}
