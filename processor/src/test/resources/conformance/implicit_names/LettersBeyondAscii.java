package conformance.implicit_names;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

enum Größe {
    KLEIN,
    GROẞ
}

@Entity
@Migratable
class Übung {
    @Id
    Long id;

    Größe äußere;

    @Column(name = "ÄUSSERE")
    Größe große;
}
