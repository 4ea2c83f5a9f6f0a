package conformance.access;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Person {
    @Id Long id;
    @Embedded @Access(AccessType.PROPERTY) Name name;
    public Name getName() {
        return name;
    }
    public void setName(Name n) {
        name = n;
    }
}

@Embeddable
class Name {
    private String one;
    private String two;
    @Column(name = "first_of") public String getFirst() {
        return one;
    }
    public void setFirst(String s) {
        one = s;
    }
}
