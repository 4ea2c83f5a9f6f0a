package conformance.access;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

@Entity
@Migratable
class Task {

    private Long id;
    private Boolean done;
    private boolean isUrgent;
    private Boolean checked;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @Column(name = "finished")
    public Boolean isDone() {
        return done;
    }

    public void setDone(Boolean done) {
        this.done = done;
    }

    public boolean isUrgent() {
        return isUrgent;
    }

    public void setUrgent(boolean urgent) {
        this.isUrgent = urgent;
    }

    public Boolean isChecked() {
        return checked;
    }

    @Transient
    public boolean getChecked() {
        return false;
    }

    public void setChecked(Boolean checked) {
        this.checked = checked;
    }
}
