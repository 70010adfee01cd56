"""What the workbook says to whoever fills it in."""

HEADINGS = ("Cách ghi tệp chương trình, kế hoạch", "Loại", "Tên ghi ở cột “Giao cho”")
FORM_HEADINGS = ("Mã biểu", "Tên biểu")

GUIDE = (
    "1. Trang Chung: ghi giá trị vào cột B; dòng có dấu * là bắt buộc. Mã để trống thì hệ thống tự"
    " đặt; số, ký hiệu và ngày ban hành có thể ghi sau, khi ban hành.",
    "2. Trang Nhiệm vụ: mỗi nhiệm vụ một dòng, có số thứ tự và nội dung. Dòng trống được bỏ qua;"
    " các cột không dùng đến có thể để trống hoặc xóa.",
    "3. Cột Thời gian thực hiện: chép đúng như văn bản, ví dụ “Quý III/2022”, “Cả năm”, “trước"
    " ngày 05/4/2024”, “chậm nhất ngày 31/10/2024”, “định kỳ 6 tháng”. Hệ thống đọc thành hạn và"
    " hỏi lại; người lập xác nhận từng cách đọc trước khi ban hành.",
    "4. Cột Giao cho: ghi loại đơn vị (ví dụ “Ban Chỉ đạo cấp huyện”: mọi đơn vị loại ấy, kể cả"
    " đơn vị thành lập sau), tên cụm, khối thi đua (các đơn vị trong cụm lúc nhập) hoặc tên đơn"
    " vị; nhiều tên thì mỗi tên một dòng, hoặc cách nhau bằng dấu chấm phẩy. Tên đúng như ở trang"
    " Danh mục.",
    "5. Trang Báo cáo: mỗi biểu phải nộp một dòng; kỳ ghi “Hằng quý”, “Quý I; Quý II”, “Cả năm”…"
    " (để trống: hằng quý); hạn ghi bằng chữ như văn bản, hoặc bằng số ngày sau khi hết kỳ (số âm:"
    " trước khi hết kỳ).",
    "6. Trang Văn bản: các văn bản cấp trên mà chương trình này triển khai, gần nhất trước; các văn"
    " bản sửa đổi, bổ sung.",
    "7. Trang Không áp dụng: đơn vị thuộc diện được giao nhưng không phải thực hiện, kèm lý do.",
    "8. Các trang Văn bản, Ghi chú, Không áp dụng để trống hoặc xóa cũng được. Trang Hướng dẫn và"
    " Danh mục chỉ để xem.",
)
