// option: migratable.naming=snake_case
package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

enum Color {
    RED,
    GREEN
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(name = "`Color`")
    Color one;

    @Enumerated(EnumType.STRING)
    @Column(name = "`order`")
    Color two;
}
