// «Файлы для пробы»: the staff list that a curator would import, ready to be saved.
import { useState } from "preact/hooks";
import { downloadAddress } from "./api";
import { Icon } from "./icons";
import { Modal } from "./modal";

export function SampleFiles() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="rail-item"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Icon name="download" size={22} />
        <span>Файлы для пробы</span>
      </button>
      {isOpen && (
        <Modal
          title="Файлы для пробы"
          onClose={() => {
            setOpen(false);
          }}
        >
          <p class="modal-text">
            Список педагогов вымышленной школы: 60 человек с должностями, стажем и категориями. Сохраните его, а затем
            выберите в меню «Наставничество» → «Импорт списка педагогов».
          </p>
          <div class="modal-buttons">
            <a class="button primary" href={downloadAddress("staff", "xlsx")} download>
              Скачать .xlsx
            </a>
            <a class="button" href={downloadAddress("staff", "csv")} download>
              Скачать .csv
            </a>
          </div>
        </Modal>
      )}
    </>
  );
}
