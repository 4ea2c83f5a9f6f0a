package conformance.access;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;

/** As kapt writes its stub, with the plugin for JPA, of {@code class Person(val name: String, var isActive: Boolean, var isVip: Boolean?)}. */
@Entity
@Migratable
class Person {

    @Id
    @GeneratedValue
    private final Long id = null;

    @Column(nullable = false)
    private final String name;

    private boolean isActive;

    private Boolean isVip;

    @ElementCollection
    private List<String> tags = new ArrayList<>();

    public static final Person.Companion Companion = null;

    public Person() {
        this("", false, null);
    }

    public Person(String name, boolean isActive, Boolean isVip) {
        this.name = name;
        this.isActive = isActive;
        this.isVip = isVip;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return isActive;
    }

    public void setActive(boolean active) {
        this.isActive = active;
    }

    public Boolean isVip() {
        return isVip;
    }

    public void setVip(Boolean vip) {
        this.isVip = vip;
    }

    public List<String> getTags() {
        return tags;
    }

    public static final class Companion {

        private Companion() {}
    }
}
