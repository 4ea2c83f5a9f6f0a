package conformance.embedded_overrides;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

@Embeddable
class Point {
    int x;

    @Column(name = "why", nullable = false)
    int y;
}

@Embeddable
class Line {
    @AttributeOverride(name = "x", column = @Column(name = "from_x"))
    @AttributeOverride(name = "y", column = @Column(name = "from_y"))
    Point from;

    @AttributeOverrides({
        @AttributeOverride(name = "x", column = @Column(name = "to_x", nullable = false)),
        @AttributeOverride(name = "y", column = @Column(name = "to_y"))
    })
    Point to;

    @Column(length = 10)
    String color;
}

@Entity
@Migratable
class Drawing {
    @Id
    Long id;

    Line line;

    @Embedded
    @AttributeOverride(name = "from.x", column = @Column(name = "second_from_x", columnDefinition = "bigint"))
    @AttributeOverride(name = "from.y", column = @Column(name = "second_from_y", unique = true))
    @AttributeOverride(name = "to.x", column = @Column(name = "second_to_x"))
    @AttributeOverride(name = "to.y", column = @Column(name = "second_to_y"))
    @AttributeOverride(name = "color", column = @Column(name = "second_color", length = 20, nullable = false))
    Line second;
}

@Embeddable
class Contact {
    String phone;

    @ManyToOne
    Drawing drawing;
}

@Entity
@Migratable
class Company {
    @Id
    Long id;

    Contact contact;

    @AttributeOverride(name = "phone", column = @Column(name = "other_phone"))
    @AssociationOverride(name = "drawing", joinColumns = @JoinColumn(name = "other_drawing", nullable = false))
    Contact other;
}

@MappedSuperclass
class Base {
    @Id
    Long id;

    String name;

    Point point;

    @ManyToOne
    Drawing drawing;
}

@Entity
@Migratable
@AttributeOverride(name = "id", column = @Column(name = "below_id"))
@AttributeOverride(name = "name", column = @Column(name = "below_name", length = 7))
@AttributeOverride(name = "point.x", column = @Column(name = "below_x"))
@AssociationOverride(name = "drawing", joinColumns = @JoinColumn(name = "below_drawing"))
class Below extends Base {}

@Entity
@Migratable
class Plain extends Base {
    @ManyToOne
    Below below;
}
