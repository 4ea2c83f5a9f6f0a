package conformance.access;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Document {
    @Id Long id;
    @Access(AccessType.PROPERTY) @Column(name = "title_of") private String title;
    public String getTitle() {
        return title;
    }
    public void setTitle(String t) {
        title = t;
    }
}
