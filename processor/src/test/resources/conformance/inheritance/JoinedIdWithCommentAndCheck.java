package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Vehicle {
    @Id
    @Comment("the number")
    @Column(check = @CheckConstraint(constraint = "id > 0"))
    Long id;
}

@Entity
@Migratable
class Car extends Vehicle {}
