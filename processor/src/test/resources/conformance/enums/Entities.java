package conformance.enums;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.DayOfWeek;
import org.hibernate.annotations.ColumnDefault;

enum Color {
    RED,
    GREEN,
    BLUE
}

enum Single {
    ONLY
}

enum WithBodies {
    A {
        @Override
        void act() {}
    },
    B;

    void act() {}
}

@Entity
@Migratable
class Enums {
    @Id
    Long id;

    Color implicit;

    @Enumerated
    Color implicitToo;

    @Enumerated(EnumType.ORDINAL)
    Color ordinal;

    @Enumerated(EnumType.STRING)
    Color name;

    @Enumerated(EnumType.STRING)
    @Column(length = 5, nullable = false)
    Color shortName;

    @Enumerated(EnumType.STRING)
    @Column(name = "unique_color", unique = true)
    @ColumnDefault("'RED'")
    Color unique_;

    Single single;

    @Enumerated(EnumType.STRING)
    Single singleName;

    @Enumerated(EnumType.STRING)
    WithBodies withBodies;

    DayOfWeek day;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(30)")
    Color defined;
}
