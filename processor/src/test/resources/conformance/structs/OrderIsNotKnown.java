// refused: MAP03; Thing.note; order; attributes
package conformance.structs;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Struct;

@Embeddable
@Struct(name = "note")
class Note {
    String title;

    @Column(columnDefinition = "text")
    String body;
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    Note note;
}
