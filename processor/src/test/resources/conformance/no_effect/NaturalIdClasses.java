package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdClass;

record Key(String name, Thing owner) {}

class Number {
    private int current;

    int getNumber() {
        return current;
    }

    String series;
}

@MappedSuperclass
class Numbered {
    @NaturalId int number;

    @NaturalId String series;
}

@NaturalIdClass(Key.class)
@Entity
@Migratable
class Thing {
    @Id Long id;

    @NaturalId String name;

    @NaturalId @ManyToOne Thing owner;
}

@NaturalIdClass(Number.class)
@Entity
@Migratable
class Invoice extends Numbered {
    @Id Long id;
}

@NaturalIdClass(Number.class)
@Entity
@Migratable
class Plain {
    @Id Long id;

    String name;
}

@NaturalIdClass(Number.class)
@Entity
@Migratable
class Below extends Thing {
    String more;
}
