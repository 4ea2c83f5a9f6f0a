package conformance.access;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@MappedSuperclass
abstract class Base {
    private Long id;
    private String title;
    @Id public Long getId() {
        return id;
    }
    public void setId(Long i) {
        id = i;
    }
    public String getTitle() {
        return title;
    }
    public void setTitle(String t) {
        title = t;
    }
}

@Entity
@Migratable
class Document extends Base {
    @Override @Transient public String getTitle() {
        return super.getTitle();
    }
}
