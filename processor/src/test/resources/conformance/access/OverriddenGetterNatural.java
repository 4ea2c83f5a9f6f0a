package conformance.access;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.NaturalId;

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
    @Override @NaturalId public String getTitle() {
        return super.getTitle();
    }
}
