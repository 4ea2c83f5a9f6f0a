package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Lob
    Byte[] bytes;

    @Lob
    Character[] letters;
}
