package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Comment;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
@Table(
        uniqueConstraints = @UniqueConstraint(columnNames = {"plate", "country"}),
        indexes = @Index(columnList = "country"),
        check = @CheckConstraint(constraint = "plate <> ''"),
        comment = "all of them")
@Check(constraints = "country <> ''")
class Vehicle {
    @Id
    Long id;
    String plate;
    @Comment("of two letters")
    @Column(check = @CheckConstraint(constraint = "country <> 'XX'"))
    String country;
}

@Entity
@Migratable
@Table(indexes = @Index(columnList = "plate, doors"))
class Car extends Vehicle {
    int doors;
}
