package conformance.access;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
class Document {
    private Long id;
    private String title;
    @Id public Long getId() {
        return id;
    }
    public void setId(Long i) {
        id = i;
    }
    @Access(AccessType.FIELD) @Column(name = "from_getter") public String getTitle() {
        return title;
    }
    public void setTitle(String t) {
        title = t;
    }
}
