"""The sentences for what is odd in a register of disclosure, of consultations or in a dossier.

Each names what contradicts what, with the days as written, and what to do; notes only say. A day
`x` may also be named by its weekday, `x_weekday`. Line length is lifted here, too.
"""

from collections.abc import Mapping

from scoring.findings import Remark

FINDINGS: Mapping[Remark, str] = {
    Remark.TRACK_UNKNOWN: "Chưa biết áp dụng quy định cho loại hình nào. Đề nghị chọn ở cột Loại.",
    Remark.TRACK_CONTRADICTS_ITEM: "Cột Loại khác với mục {item}, là mục của loại hình khác theo Luật. Đề nghị đối chiếu hai cột.",
    Remark.DECISION_DAY_MISSING: "Không ghi ngày văn bản nên chưa tính được thời hạn công khai. Đề nghị ghi ngày văn bản.",
    Remark.FIRST_DAY_MISSING: "Có ngày kết thúc {last} mà không có ngày bắt đầu. Đề nghị ghi ngày bắt đầu.",
    Remark.SPAN_REVERSED: "Ngày kết thúc {last} đứng trước ngày bắt đầu {first}. Đề nghị kiểm tra lại.",
    Remark.SHOWN_BEFORE_DECISION: "Công khai từ {first}, trước ngày {decided} ghi trên văn bản. Đề nghị kiểm tra lại hai ngày.",
    Remark.BREAK_IN_POSTING: "Niêm yết gián đoạn {days} ngày, từ {first} đến {last}; chỉ tính lần liên tục dài nhất.",
    Remark.PERMANENT_ENDED: "Mục {item} phải niêm yết thường xuyên nhưng đã kết thúc ngày {last}. Đề nghị niêm yết lại.",
    Remark.CLOSED_ON_DAY_OFF: "Kết thúc vào ngày nghỉ: {last_weekday}, {last}.",
    Remark.NO_OPENING_MINUTES: "Không có biên bản niêm yết cho lần bắt đầu ngày {first}. Đề nghị lập, ghi ngày biên bản.",
    Remark.NO_CLOSING_MINUTES: "Đã hết niêm yết ngày {last} mà không có biên bản kết thúc. Đề nghị lập, ghi ngày biên bản.",
    Remark.OPENING_MINUTES_ANOTHER_DAY: "Biên bản niêm yết ghi ngày {dated}, khác ngày bắt đầu niêm yết {first}. Đề nghị kiểm tra lại.",
    Remark.CLOSING_MINUTES_TOO_EARLY: "Biên bản kết thúc ghi ngày {dated}, trước ngày cuối niêm yết {last}. Đề nghị kiểm tra lại.",
    Remark.CLOSING_MINUTES_WITHOUT_END: "Có biên bản kết thúc ngày {dated} mà chưa ghi ngày kết thúc niêm yết. Đề nghị ghi ngày kết thúc.",
    Remark.TIME_UNREAD: "Không đọc được giờ “{typed}”. Đề nghị ghi dạng 15:00 hoặc 15 giờ 00.",
    Remark.UNCERTAIN_DAY: "Hạn tính là {day}; nếu ngày nghỉ chưa chắc chắn trong khoảng này là ngày làm việc thì hạn là {other}.",
    Remark.MINUTES_INSIDE_MEETING: "Biên bản về niêm yết lập xong lúc {done} ngày {day}, trong khi cuộc họp cùng ngày diễn ra từ {begun} đến {ended}. Đề nghị kiểm tra lại giờ.",
    Remark.PERIOD_REVERSED: "Thời gian lấy ý kiến kết thúc {last}, trước ngày bắt đầu {first}. Đề nghị kiểm tra lại.",
    Remark.PLAN_AFTER_OPINIONS_BEGAN: "Kế hoạch ghi ngày {plan}, sau ngày bắt đầu lấy ý kiến {first}. Đề nghị kiểm tra lại.",
    Remark.MINUTES_ANOTHER_DAY: "Biên bản ghi ngày {minuted} cho cuộc họp ngày {met}. Đề nghị kiểm tra lại hai ngày.",
    Remark.MINUTES_ON_DAY_OFF: "Ngày ghi trên biên bản họp là ngày nghỉ: {minuted_weekday}, {minuted}. Đề nghị kiểm tra lại.",
    Remark.MEETING_REVERSED: "Giờ kết thúc họp {ended} không sau giờ bắt đầu {begun}. Đề nghị kiểm tra lại.",
    Remark.OPINIONS_END_BEFORE_POSTING: "Chỉ nhận ý kiến đến {until} trong khi dự thảo còn niêm yết đến {last}. Đề nghị kiểm tra lại hai thời hạn.",
    Remark.ISSUED_BEFORE_OPINIONS_END: "Ban hành ngày {issued} khi còn nhận ý kiến đến {until}. Đề nghị kiểm tra lại.",
    Remark.ISSUED_WHILE_POSTED: "Ban hành ngày {issued} khi dự thảo còn niêm yết đến hết ngày {last}. Đề nghị kiểm tra lại.",
    Remark.ISSUED_BEFORE_REPORT: "Ban hành ngày {issued}, trước báo cáo kết quả lấy ý kiến ngày {report}. Đề nghị kiểm tra lại thứ tự.",
    Remark.ISSUED_WITHOUT_REPORT: "Đã ban hành ngày {issued} mà chưa ghi báo cáo kết quả lấy ý kiến. Đề nghị ghi số, ngày báo cáo.",
    Remark.REPORT_BEFORE_OPINIONS_END: "Báo cáo kết quả ngày {report} khi còn nhận ý kiến đến {until}. Đề nghị kiểm tra lại.",
    Remark.COUNTS_DIFFER: "Nhận {received} ý kiến nhưng tiếp thu {accepted} và không tiếp thu {rejected}. Đề nghị đối chiếu ba số.",
    Remark.SPOKEN_NOT_COUNTED: "Biên bản họp ghi {spoken} ý kiến, nhiều hơn {received} ý kiến được báo là đã nhận. Đề nghị đối chiếu hai số.",
    Remark.EXPLANATION_MISSING: "Có {received} ý kiến, đã ban hành mà chưa có văn bản tiếp thu, giải trình. Đề nghị ghi số, ngày văn bản.",
    Remark.ISSUED_NOT_DISCLOSED: "Văn bản {number} phải công khai chậm nhất {limit} nhưng chưa có trong Sổ công khai. Đề nghị ghi vào Sổ công khai.",
    Remark.PAPER_MISSING: "Chưa có trong hồ sơ. Đề nghị bổ sung.",
    Remark.PAPER_NOT_DUE: "Chưa đến hạn: lập sau ngày {until}.",
    Remark.PAPER_UNDATED: "Có trong hồ sơ nhưng chưa ghi ngày. Đề nghị ghi ngày ghi trên giấy tờ.",
    Remark.PAPERS_OUT_OF_ORDER: "Ghi ngày {dated}, trước giấy tờ {code} ngày {other}. Đề nghị kiểm tra lại hai ngày.",
}
