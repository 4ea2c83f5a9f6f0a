package conformance.access;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Document {
    @Access(AccessType.PROPERTY) @Column(name = "from_getter") public String getTitle() {
        return title;
    }
    public void setTitle(String t) {
        title = t;
    }
    @Id Long id;
    @Column(name = "from_field") private String title;
}
