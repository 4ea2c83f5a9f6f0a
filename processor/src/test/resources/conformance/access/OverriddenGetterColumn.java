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
    @Override @Column(name = "other_title", length = 10) public String getTitle() {
        return super.getTitle();
    }
}
